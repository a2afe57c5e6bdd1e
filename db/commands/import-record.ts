/**
 * Imports the curated record in one transaction: all of it or none of it. What is already there is left alone, so
 * loading twice changes nothing and never overwrites what editors have done since.
 */
import {
  type LoggedAct,
  type LoggedCheck,
  type LoggedCommitment,
  type LoggedConflict,
  type LoggedContent,
  pickFields,
} from "#domain/change-content.ts";
import type { Instant } from "#domain/clocks.ts";
import { boundsOf } from "#domain/edtf.ts";
import type { Actor } from "#domain/permission.ts";
import type {
  CuratedAgreement,
  CuratedCitation,
  CuratedCommitment,
  CuratedConflict,
  CuratedFramework,
  CuratedRecord,
} from "#domain/record.ts";
import type { Database } from "../database.ts";
import { loggedAct } from "./act-input.ts";
import { cite, sourceIdOf } from "./cite.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { appendChange, type Entry, stamp, write } from "./ledger.ts";
import { putFields } from "./put-fields.ts";

/** How many of each kind were new, and how many were there already. */
export interface ImportResult {
  created: {
    countries: number;
    sources: number;
    countingRules: number;
    frameworks: number;
    agreements: number;
  };
  unchanged: number;
}

const asCitations = (citations: readonly CuratedCitation[]) =>
  citations.map(({ source, ...rest }) => ({ ...rest, sourceId: sourceIdOf(source) }));

/** Where commitments and conflicts belong. */
interface Owner {
  agreementId: number | null;
  framework: string | null;
}

async function insertCommitments(entry: Entry, owner: Owner, commitments: readonly CuratedCommitment[]) {
  const logged: LoggedCommitment[] = [];
  for (const { citations, ...commitment } of commitments) {
    await entry.tx.insert(entry.tables.commitments).values({ ...commitment, ...owner, ...stamp(entry) });
    const subject = `commitment:${commitment.id}`;
    logged.push({
      ...commitment,
      citations: await cite(entry, subject, owner.agreementId, asCitations(citations)),
    });
  }
  return logged;
}

async function insertConflicts(entry: Entry, owner: Owner, conflicts: readonly CuratedConflict[]) {
  const logged: LoggedConflict[] = [];
  for (const { values, ...conflict } of conflicts) {
    await entry.tx.insert(entry.tables.conflicts).values({
      ...conflict,
      ...owner,
      values: values.map(({ value, note }) => ({ value, note })),
      ...stamp(entry),
    });
    const loggedValues: LoggedConflict["values"] = [];
    for (const [index, { value, note, citations }] of values.entries()) {
      const subject = `conflict:${conflict.id}#${index}`;
      const cited = await cite(entry, subject, owner.agreementId, asCitations(citations));
      loggedValues.push({ value, note, citations: cited });
    }
    logged.push({ ...conflict, values: loggedValues });
  }
  return logged;
}

async function insertFramework(entry: Entry, curated: CuratedFramework) {
  const { members, moments, citations, conflicts, commitments, ...framework } = curated;
  const { tx, tables, recordedAt } = entry;
  const owner: Owner = { agreementId: null, framework: framework.slug };
  await tx.insert(tables.frameworks).values({ ...framework, recordedAt });
  await cite(entry, `framework:${framework.slug}`, null, asCitations(citations));
  for (const [index, { citations: cited, id, ...member }] of members.entries()) {
    const key = id ?? `${framework.slug}-${member.country.toLowerCase()}-${index + 1}`;
    await tx
      .insert(tables.memberships)
      .values({ ...member, id: key, framework: framework.slug, ...stamp(entry) });
    await cite(entry, `membership:${key}`, null, asCitations(cited));
  }
  for (const [index, { citations: cited, ...moment }] of moments.entries()) {
    const key = `${framework.slug}-moment-${index + 1}`;
    await tx.insert(tables.moments).values({ ...moment, id: key, framework: framework.slug });
    await cite(entry, `moment:${key}`, null, asCitations(cited));
  }
  await insertCommitments(entry, owner, commitments);
  await insertConflicts(entry, owner, conflicts);
  await appendChange(entry, {
    agreementId: null,
    verb: "framework-imported",
    before: null,
    after: { framework: framework.slug, members: members.length },
  });
}

async function insertAgreement(entry: Entry, curated: CuratedAgreement) {
  const { tx, tables, recordedAt } = entry;
  const [created] = await tx
    .insert(tables.agreements)
    .values({ slug: curated.slug, recordedAt })
    .returning({ id: tables.agreements.id });
  if (!created) throw new Error("The agreement was not stored.");
  const agreementId = created.id;
  const owner: Owner = { agreementId, framework: null };
  await putFields(entry, agreementId, pickFields(curated));
  const subject = `agreement:${curated.slug}`;
  const cited = await cite(entry, subject, agreementId, asCitations(curated.citations));
  const acts: LoggedAct[] = [];
  for (const { citations, ...act } of curated.acts) {
    await tx.insert(tables.acts).values({ ...act, agreementId, ...stamp(entry) });
    acts.push(loggedAct(act, await cite(entry, `act:${act.id}`, agreementId, asCitations(citations))));
  }
  const commitments = await insertCommitments(entry, owner, curated.commitments);
  const conflicts = await insertConflicts(entry, owner, curated.conflicts);
  const checks: LoggedCheck[] = [];
  for (const { on, note } of curated.checks) {
    const [recorded] = await tx
      .insert(tables.checks)
      .values({ agreementId, on, note, latest: boundsOf(on).latest, ...stamp(entry) })
      .returning({ id: tables.checks.id });
    if (!recorded) throw new Error("The check was not stored.");
    checks.push({ id: recorded.id, on, note });
  }
  await deriveAgreement(entry, agreementId);
  await appendChange(entry, {
    agreementId,
    verb: "agreement-imported",
    reason: "Loaded from the curated record",
    before: null,
    after: {
      fields: pickFields(curated),
      acts,
      commitments,
      conflicts,
      checks,
      citations: cited.map((citation) => ({ ...citation, subject })),
    } satisfies LoggedContent,
  });
}

const fresh = <T>(rows: readonly T[], present: ReadonlySet<string>, key: (row: T) => string): T[] =>
  rows.filter((row) => !present.has(key(row)));

/** Imports what is not there yet. The record must have been checked (`readRecord`). */
export function importRecord(
  db: Database,
  actor: Actor,
  record: CuratedRecord,
  now: Instant,
): Promise<ImportResult> {
  return write(db, actor, "import", now, async (entry) => {
    const { tx, tables, recordedAt } = entry;
    const present = async (select: Promise<{ key: string }[]>) =>
      new Set((await select).map(({ key }) => key));
    const countries = fresh(
      record.countries,
      await present(tx.select({ key: tables.countries.code }).from(tables.countries)),
      ({ code }) => code,
    );
    const sources = fresh(
      record.sources,
      await present(tx.select({ key: tables.sources.url }).from(tables.sources)),
      ({ url }) => url,
    );
    const rules = fresh(
      record.countingRules,
      await present(tx.select({ key: tables.countingRules.id }).from(tables.countingRules)),
      ({ id }) => id,
    );
    const frameworks = fresh(
      record.frameworks,
      await present(tx.select({ key: tables.frameworks.slug }).from(tables.frameworks)),
      ({ slug }) => slug,
    );
    const agreements = fresh(
      record.agreements,
      await present(tx.select({ key: tables.agreements.slug }).from(tables.agreements)),
      ({ slug }) => slug,
    );
    for (const country of countries) await tx.insert(tables.countries).values(country);
    for (const source of sources)
      await tx.insert(tables.sources).values({ ...source, id: sourceIdOf(source.url), recordedAt });
    for (const rule of rules) await tx.insert(tables.countingRules).values(rule);
    for (const framework of frameworks) await insertFramework(entry, framework);
    for (const agreement of agreements) await insertAgreement(entry, agreement);
    return {
      created: {
        countries: countries.length,
        sources: sources.length,
        countingRules: rules.length,
        frameworks: frameworks.length,
        agreements: agreements.length,
      },
      unchanged: record.agreements.length - agreements.length,
    };
  });
}
