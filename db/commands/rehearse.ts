/** A write tried out: everything happens as it would, is looked at, and is undone. */
import { and, asc, eq } from "drizzle-orm";
import { actKinds, happened } from "#domain/act.ts";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { dayOfInstant } from "#domain/day.ts";
import { differences, type Foresight, isOddYear, sentencesOf } from "#domain/foresight.ts";
import type { Action, Actor } from "#domain/permission.ts";
import { noFilters } from "#domain/view.ts";
import type { Database } from "../database.ts";
import { actsKnown, contradictionsOf, periodsOf } from "../queries/acts.ts";
import { rowsOf } from "../queries/rows.ts";
import { similarAgreements } from "../queries/similar-agreements.ts";
import { summaryOf, summaryWith } from "../queries/summary.ts";
import { allRules } from "../queries/vocabulary.ts";
import type { Outcome } from "./answer-write.ts";
import { type Entry, write } from "./ledger.ts";

/** The same day, before and after the write. */
interface Both {
  before: Clocks;
  after: Clocks;
}

const both = ({ recordedAt }: Entry): Both => {
  const on = dayOfInstant(recordedAt);
  const known = new Date(Date.parse(recordedAt) - 1).toISOString();
  return { before: { on, known }, after: { on, known: recordedAt } };
};

async function rowAt({ reading }: Entry, id: number | null, clocks: Clocks) {
  return id === null ? null : ((await rowsOf(reading, [id], clocks))[0] ?? null);
}

async function countsAt({ reading, committed }: Entry, agreementId: number | null, { before, after }: Both) {
  const counted = [];
  for (const rule of await allRules(reading)) {
    const then = await summaryOf(committed, rule, noFilters, before);
    const now =
      agreementId === null
        ? await summaryOf(committed, rule, noFilters, after)
        : await summaryWith(committed, { reading, agreementId }, rule, after);
    counted.push({ id: rule.id, label: rule.label, before: then, after: now });
  }
  return counted;
}

/** What the audit log would say of this write. */
const loggedBy = ({ tx, tables: { changes }, recordedAt }: Entry) =>
  tx
    .select({ verb: changes.verb, before: changes.before, after: changes.after })
    .from(changes)
    .where(eq(changes.recordedAt, recordedAt))
    .orderBy(asc(changes.sequence));

type Warning = Foresight["warnings"][number];

/** What is odd about the acts that the write would record. */
async function actWarnings(entry: Entry, agreementId: number, { after }: Both): Promise<Warning[]> {
  const { reading, recordedAt } = entry;
  const acts = await actsKnown(reading, agreementId, after);
  const periods = await periodsOf(reading, agreementId, after);
  return acts
    .filter((act) => act.recordedAt === recordedAt)
    .flatMap((act): Warning[] => {
      const moved = periods.some((period) => period.acts.includes(act.id));
      const twin = acts.find(
        ({ id, kind, date, actor }) =>
          id !== act.id && kind === act.kind && date === act.date && actor === act.actor,
      );
      const { label, moves } = actKinds[act.kind];
      return [
        ...(isOddYear(act.date, after.on)
          ? [{ code: "check-year", message: `Check the year: ${act.date}.` }]
          : []),
        ...(twin ? [{ code: "same-act", message: `“${label}” of ${act.date} is recorded already.` }] : []),
        ...(moves && happened(act) && !moved
          ? [{ code: "moves-nothing", message: `“${label}” does not move the stage from where it stands.` }]
          : []),
      ];
    });
}

async function duplicateWarnings(entry: Entry, agreementId: number, { after }: Both): Promise<Warning[]> {
  const { tx, tables } = entry;
  const { versions } = tables;
  const row = await rowAt(entry, agreementId, after);
  const [fields] = await tx
    .select({ sides: versions.sides, type: versions.type })
    .from(versions)
    .where(and(eq(versions.agreementId, agreementId), eq(versions.knownFrom, entry.recordedAt)));
  if (!row || !fields) return [];
  const like = { ...fields, signedOn: row.signedOn, agreementId };
  const similar = await similarAgreements(entry.committed, like, after);
  return similar.map(({ slug }) => ({ code: "duplicate", message: `This may be ${slug}.` }));
}

async function foresee(entry: Entry, { agreementId = null }: Outcome): Promise<Foresight> {
  const clocks = both(entry);
  const row = {
    before: await rowAt(entry, agreementId, clocks.before),
    after: await rowAt(entry, agreementId, clocks.after),
  };
  const counted = await countsAt(entry, agreementId, clocks);
  const logged = await loggedBy(entry);
  const isNew = logged.some(({ verb }) => verb === "agreement-created");
  return {
    changes: logged
      .flatMap(({ before, after }) => differences(before, after))
      .map(({ path, ...values }) => ({ path: path.replace(/^fields\./, ""), ...values })),
    row,
    counts: counted.map(({ id, label, before, after }) => ({
      rule: id,
      label,
      before: before.signed,
      after: after.signed,
    })),
    latest: Object.fromEntries(
      counted.map(({ id, before, after }) => [id, { before: before.latest, after: after.latest }]),
    ),
    sentences: sentencesOf(row, counted),
    contradictions:
      agreementId === null ? [] : await contradictionsOf(entry.reading, agreementId, clocks.after),
    warnings:
      agreementId === null
        ? []
        : [
            ...(await actWarnings(entry, agreementId, clocks)),
            ...(isNew ? await duplicateWarnings(entry, agreementId, clocks) : []),
          ],
  };
}

/** What the write would change; nothing of it stays. */
export const rehearse = (
  db: Database,
  actor: Actor,
  action: Action,
  now: Instant,
  work: (entry: Entry) => Promise<Outcome>,
): Promise<Foresight> =>
  write(db, actor, action, now, async (entry) => foresee(entry, await work(entry)), "rehearse");
