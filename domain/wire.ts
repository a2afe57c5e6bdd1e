/**
 * The shapes on the wire, API version 1: one source for the server, the OpenAPI document, the pages and the tests.
 * What each route answers with is made of them in `answers.ts`. One file, because they refer to one another.
 * JSON in camelCase; days and EDTF dates as text, instants ISO 8601 in UTC with milliseconds.
 */
import { z } from "zod";
import { actKindCodes, actors, certainties, endings, profiles } from "./act.ts";
import { isDay } from "./day.ts";
import { isEdtf } from "./edtf.ts";
import { stageCodes } from "./stage.ts";
import { flagCodes } from "./standing.ts";

export const day = z
  .string()
  .refine(isDay, "a calendar day, YYYY-MM-DD")
  .meta({
    id: "Day",
    description: "A calendar day, the same in every time zone.",
    examples: ["2024-05-14"],
    format: "date",
  });
export const edtf = z
  .string()
  .refine(isEdtf, "an EDTF date such as 2024-05-14, 2024-05, 2024, 2024-05~ or 2024-05-14/2024-05-16")
  .meta({
    id: "EdtfDate",
    description: "A date as it is known: EDTF level 1 (ISO 8601-2).",
    examples: ["2024-05-14", "2023-08"],
  });
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .meta({
    id: "Instant",
    description: "An instant, UTC with milliseconds.",
    format: "date-time",
    examples: ["2026-11-23T12:00:00.000Z"],
  });
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ id: "Slug", description: "The name of a record in its address; it never changes." });

export const countryRef = z.object({ code: z.string(), name: z.string() }).meta({
  id: "CountryRef",
  description: "ISO 3166-1 alpha-2, EU, or XK; historical states have theirs.",
});
export const stageCode = z.enum(stageCodes).meta({ id: "StageCode" });

export const rowStage = z.object({
  code: stageCode,
  label: z.string().meta({ description: "The stage in words.", examples: ["Signed"] }),
  since: day.nullable().meta({ description: "Earliest possible day; null for the stage unknown." }),
  sinceLatest: day.nullable().meta({ description: "Latest possible day." }),
  certainty: z
    .enum(["surely", "possibly"])
    .meta({ description: "Whether it surely stood there on the day." }),
});

export const expectation = z.object({
  kind: z.enum(actKindCodes).meta({ description: "What is expected to happen." }),
  date: edtf,
  certainty: z
    .enum(["announced", "expected"])
    .meta({ description: "Whether a side announced it, or a source expects it." }),
});

/** One agreement in a list, as of both clocks. */
export const row = z
  .object({
    slug,
    title: z
      .string()
      .meta({ description: "The official title in English, or a plain description where none was found." }),
    sides: z
      .array(z.array(countryRef))
      .meta({ description: "The two sides, each one country, seldom several." }),
    type: z.string().meta({ description: "What kind of agreement it is.", examples: ["security-agreement"] }),
    profile: z.enum(profiles).nullable().meta({ description: "Which acts bind; null: not known." }),
    framework: slug.nullable().meta({
      description: "The framework that it hangs under; null: none.",
      examples: ["g7-joint-declaration"],
    }),
    tags: z
      .array(z.string())
      .meta({ description: "Published lists and topics that it belongs to.", examples: [["kyiv-list"]] }),
    stage: rowStage.meta({ description: "Where it stands on the day." }),
    signedOn: day.nullable().meta({ description: "Day of the last signature, when signed by the day `on`." }),
    inForceOn: day.nullable().meta({ description: "Day of force or, for a political text, of effect." }),
    talksSince: day.nullable().meta({ description: "Earliest possible first day of talks." }),
    talksDays: z
      .int()
      .nullable()
      .meta({ description: "Days from the first day of talks to the last signature." }),
    place: z.string().nullable().meta({ description: "Where it was signed." }),
    next: expectation
      .nullable()
      .meta({ description: "The next act that is announced or expected; null: none." }),
    flags: z.array(z.enum(flagCodes)).meta({ description: "What to mind about the record on the day." }),
    sources: z.int().meta({ description: "Number of different sources cited." }),
    revision: z.int().meta({ description: "The number of its last accepted change.", examples: [3] }),
    changedAt: instant.meta({ description: "When that change was recorded." }),
    checkedOn: edtf.nullable().meta({ description: "Last day somebody looked and found nothing new." }),
  })
  .meta({ id: "AgreementRow" });
export type Row = z.infer<typeof row>;

export const source = z
  .object({
    id: z
      .string()
      .meta({ description: "The id of the source; it never changes.", examples: ["s-03df02544549"] }),
    url: z.string().meta({ description: "Its address; a urn: where the publication has none on the web." }),
    publisher: z
      .string()
      .nullable()
      .meta({ description: "Who published it.", examples: ["Ukrinform"] }),
    title: z.string().nullable().meta({ description: "Its title in its own language; null: not known." }),
    publishedOn: edtf.nullable().meta({ description: "When it was published; null: not known." }),
    language: z
      .string()
      .nullable()
      .meta({ description: "Language tag (BCP 47); null: not known.", examples: ["uk"] }),
    note: z.string().nullable().meta({ description: "What is to be said about the publication itself." }),
    archivedUrl: z.string().nullable().meta({ description: "The address of an archived copy; null: none." }),
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof source>;

export const citedSource = source
  .extend({
    citations: z.int().meta({ description: "Facts that cite it." }),
    agreements: z.int().meta({ description: "Agreements with such a fact." }),
  })
  .meta({ id: "CitedSource" });
export type CitedSource = z.infer<typeof citedSource>;

export const citation = z
  .object({
    id: z.int().meta({ description: "The id of the citation." }),
    sourceId: source.shape.id,
    url: source.shape.url,
    publisher: source.shape.publisher,
    title: source.shape.title,
    publishedOn: source.shape.publishedOn,
    language: source.shape.language,
    source: source.meta({ description: "The same source, whole." }),
    stance: z
      .enum(["supports", "contradicts"])
      .meta({ description: "Whether the source supports the fact or contradicts it." }),
    quote: z.string().nullable().meta({ description: "A short quotation; null: none kept." }),
    field: z
      .string()
      .nullable()
      .meta({ description: "The field that is cited for; null: the whole record." }),
  })
  .meta({ id: "Citation" });
export type Citation = z.infer<typeof citation>;

export const participant = z.object({
  name: z.string().meta({ description: "Who took part.", examples: ["Luc Frieden"] }),
  office: z
    .string()
    .nullable()
    .meta({ description: "In which office; null: not known.", examples: ["Prime Minister"] }),
  side: z
    .string()
    .nullable()
    .meta({ description: "For which country; null: not known.", examples: ["LU"] }),
});

export const act = z
  .object({
    id: z
      .string()
      .meta({ description: "The id of the act, unique in the whole record; its anchor on the page." }),
    kind: z.enum(actKindCodes).meta({ description: "What was done." }),
    label: z.string().meta({ description: "The kind in words.", examples: ["Signed"] }),
    actor: z.enum(actors).meta({ description: "Who did it: side 1, side 2, both, or a third party." }),
    date: edtf.meta({
      description: "When it was done, or is expected.",
      examples: ["2024-05-14", "2023-08"],
    }),
    effectiveOn: edtf.nullable().meta({ description: "When it takes effect, where that is another day." }),
    certainty: z.enum(certainties).meta({
      description: "done and reported acts happened; announced and expected ones never move the stage.",
    }),
    how: z.enum(endings).nullable().meta({ description: "For an end: how it came about." }),
    round: z
      .int()
      .nullable()
      .meta({ description: "For talks: the number of the round; null: not known.", examples: [1] }),
    place: z
      .string()
      .nullable()
      .meta({ description: "Where; null: not known.", examples: ["Kyiv"] }),
    title: z.string().nullable().meta({ description: "A few words that say what happened." }),
    note: z.string().nullable().meta({ description: "What happened, in our own words." }),
    participants: z.array(participant).meta({ description: "Who took part." }),
    citations: z.array(citation).meta({ description: "The sources of this act." }),
    stage: stageCode
      .nullable()
      .meta({ description: "The stage that this act led to, when it moved the stage." }),
    metBy: z.string().nullable().meta({ description: "For an expectation: the act by which it came true." }),
    slipDays: z.int().nullable().meta({ description: "Days by which it came after the last expected day." }),
    reason: z.string().nullable().meta({ description: "Why it was written so, in the writer's words." }),
    recordedAt: instant.meta({ description: "When it was written into the record." }),
    recordedBy: z.string().meta({ description: "The name of who wrote it, as it is now." }),
  })
  .meta({ id: "Act" });
export type Act = z.infer<typeof act>;

export const explanation = z
  .object({
    stage: stageCode,
    label: z.string(),
    sentence: z.string().meta({ description: "Why the agreement stands where it stands, in one sentence." }),
    transition: z.string().nullable(),
    rule: z.string(),
    law: z.string(),
    acts: z.array(z.string()),
  })
  .meta({ id: "Explanation" });
export type Explanation = z.infer<typeof explanation>;

export const stagePeriod = z
  .object({
    stage: stageCode,
    label: z.string(),
    from: day,
    fromLatest: day,
    to: day.nullable().meta({ description: "First day of the next stage; null while it lasts." }),
    transition: z.string(),
    acts: z.array(z.string()),
  })
  .meta({ id: "StagePeriod" });
export type WirePeriod = z.infer<typeof stagePeriod>;

export const commitment = z
  .object({
    id: z.string(),
    by: countryRef.nullable(),
    category: z.string(),
    amount: z.number().nullable(),
    currency: z.string().nullable(),
    qualifier: z.string().nullable(),
    unit: z.string().nullable(),
    period: edtf.nullable(),
    description: z.string(),
    shareNote: z.string().nullable(),
    writtenInAgreement: z.boolean().nullable().meta({ description: "null: the source does not say." }),
    certainty: z.enum(certainties),
    note: z.string().nullable(),
    citations: z.array(citation),
    recordedAt: instant,
  })
  .meta({ id: "Commitment" });
export type Commitment = z.infer<typeof commitment>;

export const conflict = z
  .object({
    id: z.string(),
    topic: z.string(),
    about: z.array(z.string()),
    values: z.array(
      z.object({ value: z.string(), note: z.string().nullable(), citations: z.array(citation) }),
    ),
    note: z.string().nullable(),
  })
  .meta({ id: "Conflict" });
export type Conflict = z.infer<typeof conflict>;

export const contradiction = z.object({
  code: z.string(),
  sentence: z.string(),
  acts: z.array(z.string()),
  from: day,
});

export const check = z.object({
  on: edtf,
  note: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string(),
});

/** One agreement, whole. */
export const agreement = row
  .extend({
    titleNote: z.string().nullable(),
    summary: z.string().nullable(),
    legalNote: z.string().nullable(),
    statusNote: z.string().nullable(),
    durationYears: z.number().nullable(),
    durationNote: z.string().nullable(),
    listNumbers: z.record(z.string(), z.int()),
    acts: z.array(act),
    stagePeriods: z.array(stagePeriod),
    explanation,
    commitments: z.array(commitment).meta({
      description: "What the sides undertook or gave, as the record has it, whatever the day.",
    }),
    conflicts: z.array(conflict).meta({
      description: "Where sources differ: every value with its sources, whatever the day.",
    }),
    contradictions: z.array(contradiction),
    citations: z.array(citation),
    checks: z.array(check),
    related: z.array(row),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof agreement>;

export const clock = z.object({ on: day, known: instant }).meta({ id: "Clock" });
export const ruleRef = z
  .object({ id: z.string(), label: z.string(), definition: z.string() })
  .meta({ id: "Rule" });
export const facet = z.object({ value: z.string(), label: z.string(), count: z.int() });
export const facetWords = ["stage", "type", "framework", "profile", "tag", "party", "flag"] as const;
export const facets = z.object(
  Object.fromEntries(facetWords.map((word) => [word, z.array(facet)])) as Record<
    (typeof facetWords)[number],
    z.ZodArray<typeof facet>
  >,
);
export type Facets = z.infer<typeof facets>;

export const agreementList = z
  .object({
    data: z.array(row),
    page: z.object({ limit: z.int(), next: z.string().nullable(), total: z.int() }),
    facets,
    clock,
    rule: ruleRef,
  })
  .meta({ id: "AgreementList" });
export type AgreementList = z.infer<typeof agreementList>;

export const summary = z
  .object({
    rule: ruleRef,
    clock,
    signed: z.int(),
    byStage: z
      .partialRecord(stageCode, z.int())
      .meta({ description: "How many agreements of the rule's filter stand at each stage." }),
    latest: z.object({ slug, party: countryRef, signedOn: day }).nullable(),
    rows: z.array(slug),
  })
  .meta({ id: "Summary" });
export type Summary = z.infer<typeof summary>;

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

/** A problem with what a client needs to merge. */
export const conflictProblem = problem
  .extend({
    base: z.unknown().meta({ description: "What you saw: the fields as of the revision in If-Match." }),
    theirs: z.unknown().meta({ description: "What is there now." }),
    yours: z.unknown().meta({ description: "What you sent." }),
    conflicts: z.array(z.string()).meta({ description: "The fields that both changed." }),
    revision: z.int().optional().meta({ description: "The revision now; the ETag says the same." }),
  })
  .meta({ id: "ConflictProblem" });

export const country = countryRef
  .extend({
    officialName: z.string().nullable(),
    kind: z.enum(["state", "organisation"]),
    until: day.nullable().meta({ description: "The day on which a historical state ceased to be." }),
    agreements: z.int(),
    signed: z.int(),
  })
  .meta({ id: "Country" });
export type Country = z.infer<typeof country>;

export const membership = z
  .object({
    framework: slug,
    country: countryRef,
    status: z.enum(["joined", "declined", "participant"]),
    date: edtf.nullable(),
    certainty: z.enum(certainties),
    note: z.string().nullable(),
    citations: z.array(citation),
  })
  .meta({ id: "Membership" });
export type Membership = z.infer<typeof membership>;

export const countryDetail = country
  .extend({ rows: z.array(row), memberships: z.array(membership) })
  .meta({ id: "CountryDetail" });
export type CountryDetail = z.infer<typeof countryDetail>;

export const framework = z
  .object({
    slug,
    title: z.string(),
    shortTitle: z.string(),
    kind: z.string(),
    adoptedOn: edtf.nullable(),
    place: z.string().nullable(),
    summary: z.string().nullable(),
    citations: z.array(citation),
    members: z.array(membership),
    moments: z.array(
      z.object({ date: edtf, label: z.string(), featured: z.boolean(), citations: z.array(citation) }),
    ),
    conflicts: z.array(conflict),
    commitments: z.array(commitment),
    agreements: z.array(row),
  })
  .meta({ id: "Framework" });
export type Framework = z.infer<typeof framework>;

export const change = z
  .object({
    sequence: z.int(),
    recordedAt: instant,
    verb: z.string(),
    agreement: slug.nullable(),
    title: z.string().nullable(),
    revision: z.int().nullable().meta({ description: "The agreement's revision after the change." }),
    by: z.string().meta({ description: "The name of who made it, as it is now.", examples: ["Editor 2"] }),
    byRole: z
      .string()
      .nullable()
      .meta({ description: "The role that they had at that time; null: the product itself." }),
    reason: z.string().nullable().meta({ description: "Why, in the writer's words." }),
    before: z
      .unknown()
      .meta({ description: "What the change ended: facts whole, of fields those that changed." }),
    after: z.unknown().meta({ description: "What the change began." }),
  })
  .meta({ id: "Change" });
export type Change = z.infer<typeof change>;
