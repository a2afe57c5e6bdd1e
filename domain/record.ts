/** The form of the curated record (`data/README.md`), as schemas: what the files may hold and nothing else. */
import { z } from "zod";
import { actKindCodes, actors, certainties, endings, profiles } from "./act.ts";
import { day, edtf, slug } from "./wire.ts";

const text = z.string().min(1);
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const countryCode = z.string().regex(/^[A-Z]{2}$/, "a country code of two capital letters");

const citation = z.strictObject({
  source: text,
  stance: z.enum(["supports", "contradicts"]).default("supports"),
  quote: orNull(text),
  field: orNull(text),
});
const citations = z.array(citation).default([]);

const conflict = z.strictObject({
  id: text,
  topic: text,
  about: z.array(text).default([]),
  values: z.array(z.strictObject({ value: text, note: orNull(text), citations })).min(1),
  note: orNull(text),
});

const commitment = z.strictObject({
  id: text,
  by: orNull(countryCode),
  category: text,
  amount: orNull(z.number()),
  currency: orNull(z.string().regex(/^[A-Z]{3}$/)),
  qualifier: orNull(text),
  unit: orNull(text),
  period: orNull(edtf),
  description: text,
  shareNote: orNull(text),
  writtenInAgreement: orNull(z.boolean()),
  certainty: z.enum(certainties).default("done"),
  note: orNull(text),
  citations,
});

const act = z.strictObject({
  id: text,
  kind: z.enum(actKindCodes),
  actor: z.enum(actors),
  date: edtf,
  effectiveOn: orNull(edtf),
  certainty: z.enum(certainties).default("done"),
  round: orNull(z.int().positive()),
  place: orNull(text),
  how: orNull(z.enum(endings)),
  title: orNull(text),
  note: orNull(text),
  participants: z.array(z.strictObject({ name: text, office: orNull(text), side: orNull(text) })).default([]),
  citations,
});

const agreement = z.strictObject({
  slug,
  title: text,
  titleNote: orNull(text),
  type: slug,
  profile: orNull(z.enum(profiles)),
  framework: orNull(slug),
  sides: z.array(z.array(countryCode).min(1)).length(2),
  tags: z.array(slug).default([]),
  listNumbers: z.record(slug, z.int()).default({}),
  durationYears: orNull(z.number().positive()),
  durationNote: orNull(text),
  summary: orNull(text),
  legalNote: orNull(text),
  statusNote: orNull(text),
  citations,
  checks: z.array(z.strictObject({ on: edtf, note: orNull(text) })).default([]),
  acts: z.array(act).default([]),
  commitments: z.array(commitment).default([]),
  conflicts: z.array(conflict).default([]),
});
export type CuratedAgreement = z.infer<typeof agreement>;
export type CuratedCitation = z.infer<typeof citation>;
export type CuratedCommitment = z.infer<typeof commitment>;
export type CuratedConflict = z.infer<typeof conflict>;

const framework = z.strictObject({
  slug,
  title: text,
  shortTitle: text,
  kind: text,
  adoptedOn: orNull(edtf),
  place: orNull(text),
  summary: orNull(text),
  citations,
  members: z
    .array(
      z.strictObject({
        id: orNull(text),
        country: countryCode,
        status: z.enum(["joined", "declined", "participant"]),
        date: orNull(edtf),
        certainty: z.enum(certainties).default("done"),
        note: orNull(text),
        citations,
      }),
    )
    .default([]),
  moments: z
    .array(z.strictObject({ date: edtf, label: text, featured: z.boolean().default(false), citations }))
    .default([]),
  conflicts: z.array(conflict).default([]),
  commitments: z.array(commitment).default([]),
});
export type CuratedFramework = z.infer<typeof framework>;

const source = z.strictObject({
  url: text,
  publisher: orNull(text),
  title: orNull(text),
  publishedOn: orNull(edtf),
  language: orNull(text),
  note: orNull(text),
});

const country = z.strictObject({
  code: countryCode,
  name: text,
  officialName: orNull(text),
  kind: z.enum(["state", "organisation"]),
  until: orNull(day),
  names: z.record(z.string(), text).default({}),
  aliases: z.array(text).default([]),
});

const countingRule = z.strictObject({
  id: slug,
  label: text,
  definition: text,
  only: z.strictObject({ tag: orNull(slug), framework: orNull(slug), profile: orNull(z.enum(profiles)) }),
  statesOnly: z.boolean(),
  counts: z.enum(["instruments", "partners"]),
});

const leftOut = z.strictObject({ id: text, agreement: orNull(text), date: orNull(edtf), reason: text });

/** What each kind of file holds: one record, or a list of them. */
export const recordFiles = { agreement, framework } as const;
export const recordLists = { source, country, countingRule, leftOut } as const;

/** The curated record, read and checked. */
export interface CuratedRecord {
  countries: z.infer<typeof country>[];
  sources: z.infer<typeof source>[];
  countingRules: z.infer<typeof countingRule>[];
  frameworks: CuratedFramework[];
  agreements: CuratedAgreement[];
  leftOut: z.infer<typeof leftOut>[];
}
