/**
 * The schema, once for both dialects.
 *
 * Facts (acts, citations, commitments, conflicts, checks, memberships) are append-only: a row is written with
 * `recorded_at` and is later at most given a `superseded_at`; the database refuses everything else.
 * What is derived (stage periods, flags, expectations, contradictions, search documents) and the versions of an
 * agreement's fields carry `known_from` and `known_to`, so that any (on, known) is a range lookup.
 * Days and instants are text that compares as time; "no end" is the last day or instant, never null.
 */
import { isNotNull, sql } from "drizzle-orm";
import type { ActKind, Actor, Certainty, Ending, Profile } from "#domain/act.ts";
import { actKindCodes, actors, certainties } from "#domain/act.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { CountingRule } from "#domain/counting.ts";
import type { ContradictionCode } from "#domain/derivation.ts";
import { type StageCode, stageCodes } from "#domain/stage.ts";
import { type Flag, flagCodes } from "#domain/standing.ts";
import { defineDeskTables } from "./desk-tables.ts";
import type { Kit } from "./dialects.ts";
import { definePeopleTables } from "./people-tables.ts";
import { defineShareTables } from "./share-tables.ts";

export interface Participant {
  name: string;
  office: string | null;
  side: string | null;
}

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;

export function defineTables(kit: Kit) {
  const { table, id, text, integer, real, boolean, json, index, uniqueIndex, primaryKey, check } = kit;

  const recorded = {
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    supersededAt: text("superseded_at").notNull().default(endOfKnowledge),
  };
  const known = {
    knownFrom: text("known_from").notNull(),
    knownTo: text("known_to").notNull().default(endOfKnowledge),
  };

  const countries = table("countries", {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    officialName: text("official_name"),
    kind: text("kind").notNull().$type<"state" | "organisation">(),
    until: text("until"),
    /** The name in other languages, by language tag. */
    names: json<Record<string, string>>("names").notNull(),
    aliases: json<string[]>("aliases").notNull(),
  });

  const sources = table(
    "sources",
    {
      id: text("id").primaryKey(),
      url: text("url").notNull().unique(),
      publisher: text("publisher"),
      title: text("title"),
      publishedOn: text("published_on"),
      language: text("language"),
      note: text("note"),
      archivedUrl: text("archived_url"),
      recordedAt: text("recorded_at").notNull(),
    },
    // Those without a date come last, newest first.
    (t) => [
      index("sources_by_publication").on(sql`coalesce(${t.publishedOn}, '')`, t.id),
      index("sources_by_recording").on(t.recordedAt),
    ],
  );

  const countingRules = table("counting_rules", {
    id: text("id").primaryKey(),
    label: text("label").notNull(),
    definition: text("definition").notNull(),
    only: json<CountingRule["only"]>("only").notNull(),
    statesOnly: boolean("states_only").notNull(),
    counts: text("counts").notNull().$type<CountingRule["counts"]>(),
  });

  const frameworks = table("frameworks", {
    slug: text("slug").primaryKey(),
    title: text("title").notNull(),
    shortTitle: text("short_title").notNull(),
    kind: text("kind").notNull(),
    adoptedOn: text("adopted_on"),
    place: text("place"),
    summary: text("summary"),
    recordedAt: text("recorded_at").notNull(),
  });

  const moments = table("moments", {
    id: text("id").primaryKey(),
    framework: text("framework")
      .notNull()
      .references(() => frameworks.slug),
    date: text("date").notNull(),
    label: text("label").notNull(),
    featured: boolean("featured").notNull(),
  });

  const memberships = table(
    "memberships",
    {
      id: text("id").primaryKey(),
      framework: text("framework")
        .notNull()
        .references(() => frameworks.slug),
      country: text("country")
        .notNull()
        .references(() => countries.code),
      status: text("status").notNull().$type<"joined" | "declined" | "participant">(),
      date: text("date"),
      certainty: text("certainty").notNull().$type<Certainty>(),
      note: text("note"),
      ...recorded,
    },
    (t) => [
      index("memberships_by_framework").on(t.framework, t.country),
      index("memberships_by_country").on(t.country),
    ],
  );

  const agreements = table("agreements", {
    id: id("id"),
    slug: text("slug").notNull().unique(),
    recordedAt: text("recorded_at").notNull(),
  });
  const agreementId = () =>
    integer("agreement_id")
      .notNull()
      .references(() => agreements.id);

  const versions = table(
    "agreement_versions",
    {
      id: id("id"),
      agreementId: agreementId(),
      title: text("title").notNull(),
      titleNote: text("title_note"),
      type: text("type").notNull(),
      profile: text("profile").$type<Profile>(),
      framework: text("framework").references(() => frameworks.slug),
      sides: json<string[][]>("sides").notNull(),
      /** The names of side 2, then side 1, in English: what sorting by party compares. */
      partyKey: text("party_key").notNull(),
      tags: json<string[]>("tags").notNull(),
      listNumbers: json<Record<string, number>>("list_numbers").notNull(),
      durationYears: real("duration_years"),
      durationNote: text("duration_note"),
      summary: text("summary"),
      legalNote: text("legal_note"),
      statusNote: text("status_note"),
      ...known,
    },
    (t) => [
      index("versions_by_agreement").on(t.agreementId, t.knownFrom),
      index("versions_by_type").on(t.type),
      index("versions_by_framework").on(t.framework),
    ],
  );

  const sides = table(
    "agreement_sides",
    {
      versionId: integer("version_id")
        .notNull()
        .references(() => versions.id),
      side: integer("side").notNull(),
      country: text("country")
        .notNull()
        .references(() => countries.code),
    },
    (t) => [
      primaryKey({ columns: [t.versionId, t.side, t.country] }),
      index("sides_by_country").on(t.country, t.versionId),
    ],
  );

  const tags = table(
    "agreement_tags",
    {
      versionId: integer("version_id")
        .notNull()
        .references(() => versions.id),
      tag: text("tag").notNull(),
    },
    (t) => [primaryKey({ columns: [t.versionId, t.tag] }), index("tags_by_tag").on(t.tag, t.versionId)],
  );

  const acts = table(
    "acts",
    {
      id: text("id").primaryKey(),
      agreementId: agreementId(),
      kind: text("kind").notNull().$type<ActKind>(),
      actor: text("actor").notNull().$type<Actor>(),
      date: text("date").notNull(),
      effectiveOn: text("effective_on"),
      certainty: text("certainty").notNull().$type<Certainty>(),
      how: text("how").$type<Ending>(),
      round: integer("round"),
      place: text("place"),
      title: text("title"),
      note: text("note"),
      participants: json<Participant[]>("participants").notNull(),
      /** The row that this one corrects or withdraws, and why. */
      supersedes: text("supersedes"),
      reason: text("reason"),
      /** A withdrawal says that the act it supersedes is no longer held to be true; it is no act itself. */
      withdrawal: boolean("withdrawal").notNull().default(false),
      ...recorded,
    },
    (t) => [
      index("acts_by_agreement").on(t.agreementId, t.recordedAt),
      // Few acts have one, and how often each is named is counted without looking at any act.
      index("acts_by_place").on(t.place, t.supersededAt).where(isNotNull(t.place)),
      uniqueIndex("acts_superseded_once").on(t.supersedes),
      check("acts_kind", oneOf(t.kind, actKindCodes)),
      check("acts_actor", oneOf(t.actor, actors)),
      check("acts_certainty", oneOf(t.certainty, certainties)),
    ],
  );

  const commitments = table(
    "commitments",
    {
      id: text("id").primaryKey(),
      agreementId: integer("agreement_id").references(() => agreements.id),
      framework: text("framework").references(() => frameworks.slug),
      by: text("by_country").references(() => countries.code),
      category: text("category").notNull(),
      amount: real("amount"),
      currency: text("currency"),
      qualifier: text("qualifier"),
      unit: text("unit"),
      period: text("period"),
      description: text("description").notNull(),
      shareNote: text("share_note"),
      writtenInAgreement: boolean("written_in_agreement"),
      certainty: text("certainty").notNull().$type<Certainty>(),
      note: text("note"),
      ...recorded,
    },
    (t) => [
      index("commitments_by_agreement").on(t.agreementId),
      index("commitments_by_framework").on(t.framework),
      check("commitments_certainty", oneOf(t.certainty, certainties)),
    ],
  );

  const conflicts = table(
    "conflicts",
    {
      id: text("id").primaryKey(),
      agreementId: integer("agreement_id").references(() => agreements.id),
      framework: text("framework").references(() => frameworks.slug),
      topic: text("topic").notNull(),
      about: json<string[]>("about").notNull(),
      values: json<{ value: string; note: string | null }[]>("conflict_values").notNull(),
      note: text("note"),
      ...recorded,
    },
    (t) => [
      index("conflicts_by_agreement").on(t.agreementId),
      index("conflicts_by_framework").on(t.framework),
    ],
  );

  const citations = table(
    "citations",
    {
      id: id("id"),
      /** What is cited for: `act:ID`, `agreement:SLUG`, `commitment:ID`, `conflict:ID#0`, `membership:ID`, `framework:SLUG`, `moment:ID`. */
      subject: text("subject").notNull(),
      agreementId: integer("agreement_id").references(() => agreements.id),
      field: text("field"),
      sourceId: text("source_id")
        .notNull()
        .references(() => sources.id),
      stance: text("stance").notNull().$type<"supports" | "contradicts">(),
      quote: text("quote"),
      ...recorded,
    },
    (t) => [
      index("citations_by_subject").on(t.subject),
      index("citations_by_agreement").on(t.agreementId, t.sourceId),
      index("citations_by_source").on(t.sourceId),
      check("citations_stance", oneOf(t.stance, ["supports", "contradicts"])),
    ],
  );

  const checks = table(
    "checks",
    {
      id: id("id"),
      agreementId: agreementId(),
      on: text("checked_on").notNull(),
      /** The latest day that `checked_on` may mean; what sorting and staleness compare. */
      latest: text("latest").notNull(),
      note: text("note"),
      ...recorded,
    },
    (t) => [index("checks_by_agreement").on(t.agreementId, t.latest)],
  );

  const stagePeriods = table(
    "stage_periods",
    {
      id: id("id"),
      agreementId: agreementId(),
      stage: text("stage").notNull().$type<StageCode>(),
      validFrom: text("valid_from").notNull(),
      validFromLatest: text("valid_from_latest").notNull(),
      validTo: text("valid_to").notNull(),
      /** Position in the path, for periods that begin on one day. */
      step: integer("step").notNull(),
      transition: text("transition").notNull(),
      acts: json<string[]>("acts").notNull(),
      /** Days since the first talks, where talks came before; sorting by duration reads it on `signed`. */
      daysSinceTalks: integer("days_since_talks"),
      ...known,
    },
    (t) => [
      index("stage_periods_by_agreement").on(t.agreementId, t.validFrom, t.validTo),
      // Without it the signatures of all agreements are looked through for each one of a list.
      index("stage_periods_of_agreement").on(t.agreementId, t.stage, t.validFrom),
      index("stage_periods_by_stage").on(t.stage, t.validFrom, t.validTo),
      check("stage_periods_stage", oneOf(t.stage, stageCodes)),
      check(
        "stage_periods_days",
        sql`length(${t.validFrom}) = 10 and length(${t.validTo}) = 10 and ${t.validFrom} <= ${t.validTo}`,
      ),
    ],
  );

  const flagPeriods = table(
    "flag_periods",
    {
      id: id("id"),
      agreementId: agreementId(),
      flag: text("flag").notNull().$type<Flag>(),
      validFrom: text("valid_from").notNull(),
      validTo: text("valid_to").notNull(),
      ...known,
    },
    (t) => [
      index("flag_periods_by_agreement").on(t.agreementId, t.flag),
      index("flag_periods_by_flag").on(t.flag, t.validFrom, t.validTo),
      check("flag_periods_flag", oneOf(t.flag, flagCodes)),
    ],
  );

  const expectations = table(
    "expectations",
    {
      id: id("id"),
      agreementId: agreementId(),
      actId: text("act_id")
        .notNull()
        .references(() => acts.id),
      kind: text("kind").notNull().$type<ActKind>(),
      date: text("date").notNull(),
      certainty: text("certainty").notNull().$type<"announced" | "expected">(),
      earliest: text("earliest").notNull(),
      validFrom: text("valid_from").notNull(),
      validTo: text("valid_to").notNull(),
      metBy: text("met_by"),
      slipDays: integer("slip_days"),
      ...known,
    },
    (t) => [index("expectations_by_agreement").on(t.agreementId, t.validFrom, t.validTo)],
  );

  const contradictions = table(
    "contradictions",
    {
      id: id("id"),
      agreementId: agreementId(),
      code: text("code").notNull().$type<ContradictionCode>(),
      acts: json<string[]>("acts").notNull(),
      validFrom: text("valid_from").notNull(),
      ...known,
    },
    (t) => [index("contradictions_by_agreement").on(t.agreementId)],
  );

  const searchDocuments = table(
    "search_documents",
    { id: id("id"), agreementId: agreementId(), body: text("body").notNull(), ...known },
    (t) => [index("search_documents_by_agreement").on(t.agreementId)],
  );

  const changes = table(
    "changes",
    {
      sequence: id("sequence"),
      recordedAt: text("recorded_at").notNull(),
      agreementId: integer("agreement_id").references(() => agreements.id),
      /** The agreement's revision after this change. */
      revision: integer("revision"),
      verb: text("verb").notNull(),
      by: text("changed_by").notNull(),
      /** The writer's role at that time, and the request that asked for it. */
      byRole: text("by_role"),
      requestId: text("request_id"),
      /** The import that it came with, so that it can be reverted with it. */
      batch: text("batch"),
      reason: text("reason"),
      before: json<unknown>("before"),
      after: json<unknown>("after"),
      /** Of the row and the hash before it in the same chain (one agreement, or all that is about none). */
      hash: text("hash"),
    },
    (t) => [
      index("changes_by_batch").on(t.batch),
      index("changes_by_agreement").on(t.agreementId, t.recordedAt),
      index("changes_by_time").on(t.recordedAt, t.sequence),
      index("changes_by_writer").on(t.by, t.sequence),
      index("changes_by_verb").on(t.verb, t.sequence),
      uniqueIndex("changes_one_revision").on(t.agreementId, t.revision),
    ],
  );

  return {
    countries,
    sources,
    countingRules,
    frameworks,
    moments,
    memberships,
    agreements,
    versions,
    sides,
    tags,
    acts,
    commitments,
    conflicts,
    citations,
    checks,
    stagePeriods,
    flagPeriods,
    expectations,
    contradictions,
    searchDocuments,
    changes,
    ...definePeopleTables(kit),
    ...defineDeskTables(kit),
    ...defineShareTables(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
