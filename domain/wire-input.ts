/**
 * What may be sent to the write routes: bodies as schemas, strict. Unknown fields, wrong types, text that is too long
 * or deceptive are refused (400); whether a well-formed body may be done is a question for the commands (422).
 * Lengths are in characters. An optional field may be left out or null; an empty text means null.
 */
import { z } from "zod";
import { actKindCodes, actors, certainties, endings, profiles } from "./act.ts";
import { sourceAddressProblem } from "./source-address.ts";
import { type ReadText, readLine, readProse } from "./text-input.ts";
import { edtf, slug } from "./wire.ts";

type Reader = (raw: string, most: number) => ReadText;

const text = (read: Reader, most: number) =>
  z
    .string()
    .transform((raw, { addIssue }) => {
      const got = read(raw, most);
      if ("text" in got && got.text !== "") return got.text;
      addIssue("text" in got ? "must not be empty" : got.problem);
      return z.NEVER;
    })
    .meta({ maxLength: most });

const textOrNull = (read: Reader, most: number) =>
  z
    .string()
    .nullish()
    .transform((raw, { addIssue }): string | null => {
      const got = read(raw ?? "", most);
      if ("text" in got) return got.text === "" ? null : got.text;
      addIssue(got.problem);
      return z.NEVER;
    })
    .meta({ maxLength: most });

const line = (most: number) => text(readLine, most);
const lineOrNull = (most: number) => textOrNull(readLine, most);
const proseOrNull = (most: number) => textOrNull(readProse, most);
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const date = edtf.max(40, "an EDTF date of 40 characters at most");
const name = slug.max(100, "100 characters at most");
const countryCode = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "a country code of two letters")
  .transform((code) => code.toUpperCase())
  .meta({ description: "ISO 3166-1 alpha-2, EU, XK, or the code of a historical state.", examples: ["LU"] });
const reason = proseOrNull(1000).meta({ description: "Why the change is made; shown in the history." });

const sourceUrl = z
  .string()
  .transform((raw) => raw.trim())
  .superRefine((url, { addIssue }) => {
    const problem = sourceAddressProblem(url);
    if (problem !== null) addIssue(problem);
  })
  .meta({ format: "uri", maxLength: 2000, examples: ["https://www.president.gov.ua/en/news"] });

const cited = {
  sourceId: z
    .string()
    .regex(/^s-[0-9a-f]{12}$/, "the id of a source, such as s-03df02544549")
    .optional()
    .meta({ description: "A source that is in the record already; or give `url`." }),
  url: sourceUrl.optional().meta({ description: "Where it was published; a known address is recognised." }),
  publisher: lineOrNull(200),
  title: lineOrNull(500),
  publishedOn: orNull(date),
  language: orNull(
    z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/, "a language tag such as en or uk"),
  ),
  quote: proseOrNull(1000).meta({ description: "A short quotation." }),
  stance: z.enum(["supports", "contradicts"]).default("supports"),
};
const oneSource = ({ sourceId, url }: { sourceId?: string | undefined; url?: string | undefined }) =>
  (sourceId === undefined) !== (url === undefined);
const oneSourceMessage = { error: "either sourceId or url is required, and not both", path: ["url"] };

const citation = z.strictObject(cited).refine(oneSource, oneSourceMessage).meta({
  id: "CitationGiven",
  description: "A source that says so: known by its id, or new by its address.",
});
const citations = z.array(citation).max(50, "50 sources at most");

const participant = z.strictObject({
  name: line(200),
  office: lineOrNull(200),
  side: orNull(countryCode).meta({ description: "For which country." }),
});

const act = {
  kind: z.enum(actKindCodes),
  actor: z.enum(actors).meta({ description: "Who did it: side 1, side 2, both, or a third party." }),
  date,
  effectiveOn: orNull(date),
  certainty: z.enum(certainties),
  how: orNull(z.enum(endings)).meta({ description: "For `ended` alone: how it came about." }),
  round: orNull(z.int().min(1).max(999)).meta({ description: "For talks: the number of the round." }),
  place: lineOrNull(200),
  title: lineOrNull(200),
  note: proseOrNull(5000),
  participants: z.array(participant).max(100, "100 participants at most").default([]),
  citations: citations.meta({ description: "At least one source." }),
  reason,
};

/** An act to be recorded. */
export const actInput = z.strictObject(act).meta({ id: "ActInput" });

/** The whole act as it should have read. */
export const correctionInput = z.strictObject(act).meta({
  id: "CorrectionInput",
  description: "The whole act as it should have read, with the reason.",
});

/** Why something is taken out of the record. */
export const withdrawalInput = z.strictObject({ reason }).meta({ id: "WithdrawalInput" });

/** The fields of an agreement that are typed and not derived. */
export const agreementFields = {
  title: line(500).meta({ description: "The official title in English, or a plain description." }),
  titleNote: proseOrNull(1000),
  type: name.meta({ examples: ["security-agreement"] }),
  profile: orNull(z.enum(profiles)).meta({ description: "Which acts bind; null: not known." }),
  framework: orNull(name),
  sides: z
    .array(z.array(countryCode).min(1).max(50))
    .length(2)
    .meta({ description: "Two sides, each a list of country codes.", examples: [[["UA"], ["LU"]]] }),
  tags: z.array(name).max(50),
  listNumbers: z.record(name, z.int().min(0).max(100_000)),
  durationYears: orNull(z.number().positive().max(1000)),
  durationNote: proseOrNull(1000),
  summary: proseOrNull(5000),
  legalNote: proseOrNull(5000),
  statusNote: proseOrNull(5000),
};

/** A new agreement, with its first acts if they are known. */
export const agreementInput = z
  .strictObject({
    ...agreementFields,
    slug: orNull(name).meta({
      description: "Its name in its address; made of sides, type and year when left out.",
    }),
    tags: agreementFields.tags.default([]),
    listNumbers: agreementFields.listNumbers.default({}),
    citations: citations.default([]),
    acts: z.array(actInput).max(50, "50 acts at most").default([]),
    reason,
  })
  .meta({ id: "AgreementInput" });
export type AgreementBody = z.output<typeof agreementInput>;

/** The fields that are to change; those left out stay. */
export const agreementPatch = z
  .strictObject(
    Object.fromEntries(
      // Left out must stay apart from null, which empties a field.
      Object.entries(agreementFields).map(([field, schema]) => [field, z.optional(schema)]),
    ) as { [Field in keyof typeof agreementFields]: z.ZodOptional<(typeof agreementFields)[Field]> },
  )
  .extend({ reason })
  .refine(({ reason: _reason, ...fields }) => Object.keys(fields).length > 0, "name at least one field")
  .meta({ id: "AgreementPatch" });

/** Somebody looked and found nothing new. */
export const checkInput = z
  .strictObject({
    on: orNull(date).meta({ description: "The day of the look; today when left out." }),
    note: proseOrNull(1000),
  })
  .meta({ id: "CheckInput" });

/** An amount that a side undertook or gave. */
export const commitmentInput = z
  .strictObject({
    by: orNull(countryCode),
    category: name.meta({ examples: ["military", "financial", "training"] }),
    amount: orNull(z.number().nonnegative().max(1e15)),
    currency: orNull(z.string().regex(/^[A-Z]{3}$/, "a currency code of three capital letters")),
    qualifier: lineOrNull(100).meta({ examples: ["nearly"] }),
    unit: lineOrNull(100).meta({ description: "What is counted, where it is no money." }),
    period: orNull(date),
    description: text(readProse, 2000),
    shareNote: lineOrNull(500),
    writtenInAgreement: orNull(z.boolean()),
    certainty: z.enum(certainties).default("done"),
    note: proseOrNull(5000),
    citations: citations.meta({ description: "At least one source." }),
    reason,
  })
  .meta({ id: "CommitmentInput" });
export type CommitmentBody = z.output<typeof commitmentInput>;

/** A source for a field of the agreement, or for the agreement as a whole. */
export const citationInput = z
  .strictObject({
    ...cited,
    field: orNull(z.enum(Object.keys(agreementFields) as [keyof typeof agreementFields])).meta({
      description: "The field it is cited for; null: the whole record.",
    }),
    reason,
  })
  .refine(oneSource, oneSourceMessage)
  .meta({ id: "CitationInput" });

/** A change for review: the very request that an editor would have sent. */
export const proposalInput = z
  .strictObject({
    method: z.enum(["POST", "PATCH"]),
    path: z
      .string()
      .max(300)
      .meta({ examples: ["/api/v1/agreements/{slug}/acts"] }),
    body: z.record(z.string(), z.unknown()).meta({ description: "The body that the route takes." }),
    ifMatch: z
      .string()
      .max(30)
      .nullish()
      .meta({ description: "The ETag of the agreement that was looked at; the present one when left out." }),
    reason,
  })
  .meta({ id: "ProposalInput" });

/** What whoever decides says to the proposer. */
export const decisionInput = z.strictObject({ note: proseOrNull(1000) }).meta({ id: "DecisionInput" });
