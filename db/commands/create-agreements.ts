/**
 * Records many new agreements at once, as an import brings them: the same facts, derived rows and audit rows as one by
 * one, in a few statements.
 */
import { randomUUID } from "node:crypto";
import { desc, inArray } from "drizzle-orm";
import type { ActKind } from "#domain/act.ts";
import type { LoggedCitation, LoggedFields } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { RowAct, RowAgreement } from "#domain/import/row.ts";
import { chainedHash } from "../change-chain.ts";
import { loggedAct } from "./act-input.ts";
import { sourceIdOf } from "./cite.ts";
import { derive, type Facts } from "./derive-agreement.ts";
import type { ManyInserts } from "./insert-many.ts";
import { type Entry, stamp } from "./ledger.ts";
import { searchText } from "./search-body.ts";

/** An act of a new agreement: a file speaks of few kinds, other writers of any. */
export type NewAct = Omit<RowAct, "kind"> & { kind: ActKind };

/** A row that is a new agreement, with the address that it gets. */
export interface NewAgreement {
  row: Omit<RowAgreement, "acts"> & { acts: readonly NewAct[] };
  slug: string;
}

type SearchedParty = Parameters<typeof searchText>[2][number];

/** What is looked up once for a whole import. */
export interface BatchKnowledge {
  countries: ReadonlyMap<string, SearchedParty>;
  frameworks: ReadonlyMap<string, string>;
  inserts: ManyInserts;
}

/** The columns of an act that a row gives. */
export const rowActColumns = (act: NewAct) => ({
  kind: act.kind,
  actor: "both" as const,
  date: act.date,
  effectiveOn: null,
  certainty: act.certainty,
  how: act.how,
  round: null,
  place: act.place,
  title: null,
  note: act.note,
  participants: [],
});

const fieldsOf = (row: NewAgreement["row"]): LoggedFields & { profile: RowAgreement["profile"] } => ({
  title: row.title,
  titleNote: row.titleNote,
  type: row.type ?? "agreement",
  profile: row.profile,
  framework: row.framework,
  sides: row.sides,
  tags: row.tags,
  listNumbers: {},
  durationYears: null,
  durationNote: null,
  summary: null,
  legalNote: null,
  statusNote: null,
});

interface Draft extends NewAgreement {
  id: number;
  fields: ReturnType<typeof fieldsOf>;
  acts: (ReturnType<typeof rowActColumns> & { id: string; agreementId: number })[];
}

async function draftAll(
  { recordedAt }: Entry,
  { inserts }: BatchKnowledge,
  created: readonly NewAgreement[],
): Promise<Draft[]> {
  const ids = await inserts.insertKeyed(
    "agreements",
    created.map(({ slug }) => ({ slug, recordedAt })),
  );
  const drafts: Draft[] = [];
  // Keys in a row lie side by side in every index; random ones would be written all over it.
  const prefix = `a-${randomUUID()}`;
  let count = 0;
  for (const [index, { row, slug }] of created.entries()) {
    const id = ids[index];
    if (id === undefined) throw new Error(`The agreement ${slug} was not stored.`);
    const acts = row.acts.map((act) => {
      count += 1;
      return { id: `${prefix}-${String(count).padStart(4, "0")}`, agreementId: id, ...rowActColumns(act) };
    });
    drafts.push({ row, slug, id, fields: fieldsOf(row), acts });
  }
  return drafts;
}

/** Writes the fields of the agreements; answers with their versions as they were stored. */
async function insertFields(
  { recordedAt }: Entry,
  drafts: readonly Draft[],
  { countries, inserts }: BatchKnowledge,
): Promise<Facts["version"][]> {
  const nameSide = (side: readonly string[]) =>
    side.map((code) => countries.get(code)?.name ?? code).join(" ");
  const versions = drafts.map(({ id: agreementId, fields, row }) => ({
    ...fields,
    agreementId,
    partyKey: `${nameSide(row.sides[1])} ${nameSide(row.sides[0])}`.toLowerCase(),
    knownFrom: recordedAt,
    knownTo: endOfKnowledge,
  }));
  const ids = await inserts.insertKeyed("versions", versions);
  const stored = versions.flatMap((version, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ ...version, id }];
  });
  await inserts.insertAll(
    "sides",
    stored.flatMap(({ id: versionId, sides }) =>
      sides.flatMap((side, index) => side.map((country) => ({ versionId, side: index + 1, country }))),
    ),
  );
  await inserts.insertAll(
    "tags",
    stored.flatMap(({ id: versionId, tags }) => tags.map((tag) => ({ versionId, tag }))),
  );
  return stored;
}

/** The sources of the rows, those that are new among them written. */
async function sourcesOf(
  { tx, tables, recordedAt }: Entry,
  drafts: readonly Draft[],
  { inserts }: BatchKnowledge,
) {
  const urls = [...new Set(drafts.flatMap(({ row }) => row.sources))];
  if (urls.length === 0) return new Map<string, Pick<LoggedCitation, "url" | "publisher" | "publishedOn">>();
  const known = await tx
    .select()
    .from(tables.sources)
    .where(inArray(tables.sources.id, urls.map(sourceIdOf)));
  const sources = new Map(
    known.map(({ id, url, publisher, publishedOn }) => [id, { url, publisher, publishedOn }]),
  );
  const fresh = urls
    .map((url) => ({ id: sourceIdOf(url), url, recordedAt }))
    .filter(({ id }) => !sources.has(id));
  await inserts.insertAll("sources", fresh);
  for (const { id, url } of fresh) sources.set(id, { url, publisher: null, publishedOn: null });
  return sources;
}

/** Writes the citations of the rows; answers with what was cited, by subject. */
async function citeAll(
  entry: Entry,
  drafts: readonly Draft[],
  knowledge: BatchKnowledge,
): Promise<Map<string, LoggedCitation[]>> {
  const sources = await sourcesOf(entry, drafts, knowledge);
  const citations = drafts.flatMap(({ id: agreementId, slug, acts, row }) => {
    const subjects = acts.length > 0 ? acts.map((act) => `act:${act.id}`) : [`agreement:${slug}`];
    return subjects.flatMap((subject) =>
      row.sources.map((url) => ({
        subject,
        agreementId,
        sourceId: sourceIdOf(url),
        stance: "supports" as const,
        ...stamp(entry),
      })),
    );
  });
  const ids = await knowledge.inserts.insertKeyed("citations", citations);
  const cited = new Map<string, LoggedCitation[]>();
  for (const [index, { subject, sourceId, stance }] of citations.entries()) {
    const [id, source] = [ids[index], sources.get(sourceId)];
    if (id === undefined || !source) throw new Error("The source was not stored.");
    const logged = cited.get(subject) ?? [];
    logged.push({ id, sourceId, ...source, stance, quote: null, field: null });
    cited.set(subject, logged);
  }
  return cited;
}

function factsOf(
  entry: Entry,
  draft: Draft,
  version: Facts["version"],
  cited: ReadonlyMap<string, LoggedCitation[]>,
): Facts {
  const subjects = [`agreement:${draft.slug}`, ...draft.acts.map(({ id }) => `act:${id}`)];
  return {
    version,
    acts: draft.acts.map((act) => ({
      ...act,
      supersedes: null,
      reason: null,
      withdrawal: false,
      supersededAt: endOfKnowledge,
      ...stamp(entry),
    })),
    cited: subjects.flatMap((subject) =>
      (cited.get(subject) ?? []).map(({ stance, publishedOn }) => ({ subject, stance, publishedOn })),
    ),
    commitments: [],
    conflicts: [],
    checks: [],
  };
}

/** Writes everything that follows from the facts of the agreements. */
async function insertDerived(
  { recordedAt: knownFrom }: Entry,
  drafts: readonly Draft[],
  facts: readonly Facts[],
  { countries, frameworks, inserts }: BatchKnowledge,
): Promise<void> {
  const owned = drafts.map(({ id: agreementId }) => ({ agreementId, knownFrom }));
  const derived = facts.map(derive);
  for (const name of ["stagePeriods", "flagPeriods", "expectations", "contradictions"] as const) {
    const rows = derived.flatMap((one, index) => one[name].map((row) => ({ ...row, ...owned[index] })));
    // Each list has the rows of the table of its name.
    await inserts.insertAll(name, rows as never);
  }
  const documents = drafts.map(({ id: agreementId, fields }, index) => {
    const parties = fields.sides.flat().flatMap((code) => countries.get(code) ?? []);
    const framework = fields.framework === null ? undefined : frameworks.get(fields.framework);
    const body = searchText(fields, facts[index]?.acts ?? [], parties, framework);
    return { body, agreementId, knownFrom };
  });
  await inserts.insertAll("searchDocuments", documents);
}

async function newestSequence({ tx, tables: { changes } }: Entry): Promise<number> {
  const [newest] = await tx
    .select({ sequence: changes.sequence })
    .from(changes)
    .orderBy(desc(changes.sequence))
    .limit(1);
  return newest?.sequence ?? 0;
}

/** Records the agreements; answers with their keys in the order given. The rows and addresses must have been checked. */
export async function createAgreements(
  entry: Entry,
  created: readonly NewAgreement[],
  knowledge: BatchKnowledge,
): Promise<number[]> {
  const { recordedAt, actor, batch = null } = entry;
  const { inserts } = knowledge;
  const drafts = await draftAll(entry, knowledge, created);
  await inserts.insertAll(
    "acts",
    drafts.flatMap(({ acts }) => acts.map((act) => ({ ...act, ...stamp(entry) }))),
  );
  const cited = await citeAll(entry, drafts, knowledge);
  const before = await newestSequence(entry);
  const versions = await insertFields(entry, drafts, knowledge);
  const facts = versions.flatMap((version, index) => {
    const draft = drafts[index];
    return draft ? [factsOf(entry, draft, version, cited)] : [];
  });
  await insertDerived(entry, drafts, facts, knowledge);
  const changes = drafts.map(({ id: agreementId, slug, fields, acts }, index) => {
    const subject = `agreement:${slug}`;
    const row = {
      sequence: before + index + 1,
      agreementId,
      verb: "agreement-imported",
      reason: null,
      revision: 1,
      recordedAt,
      by: actor.id,
      byRole: actor.role,
      requestId: actor.requestId ?? null,
      batch,
      before: null,
      after: {
        fields,
        acts: acts.map((act) => loggedAct(act, cited.get(`act:${act.id}`) ?? [])),
        citations: (cited.get(subject) ?? []).map((citation) => ({ ...citation, subject })),
      },
    };
    return { ...row, hash: chainedHash(null, row) };
  });
  await inserts.insertAll("changes", changes);
  return drafts.map(({ id }) => id);
}
