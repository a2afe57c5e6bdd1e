/** Corrections, withdrawals and checks of a generated record, each through its own command, as editors make them. */
import { and, eq, gte } from "drizzle-orm";
import { checkAgreement } from "#db/commands/check-agreement.ts";
import { correctAct } from "#db/commands/correct-act.ts";
import { withdrawAct } from "#db/commands/withdraw-act.ts";
import type { Database } from "#db/database.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { dayOfInstant } from "#domain/day.ts";
import { curator } from "#domain/permission.ts";
import type { Dice } from "./dice.ts";

/** One after another, from the day after all that is generated. */
const beginning = Date.parse("2026-11-01T09:00:00.000Z");

async function agreementFrom({ read, tables }: Database, number: number) {
  const { agreements } = tables;
  const [found] = await read
    .select({ id: agreements.id, slug: agreements.slug })
    .from(agreements)
    .where(gte(agreements.id, number))
    .orderBy(agreements.id)
    .limit(1);
  if (!found) throw new Error(`There is no agreement from number ${number} on.`);
  return found;
}

const openActs = ({ read, tables: { acts } }: Database, agreementId: number) =>
  read
    .select()
    .from(acts)
    .where(
      and(
        eq(acts.agreementId, agreementId),
        eq(acts.supersededAt, endOfKnowledge),
        eq(acts.withdrawal, false),
        eq(acts.certainty, "done"),
      ),
    )
    .orderBy(acts.date);

const revisionOf = ({ read, tables: { changes } }: Database, agreementId: number) =>
  read.$count(changes, eq(changes.agreementId, agreementId));

/** A day that was only a month or a year is found out; a whole day was another one of the same month. */
const mended = (date: string, dice: Dice): string => {
  const day = String(dice.whole(1, 28)).padStart(2, "0");
  if (date.length === 4) return `${date}-${String(dice.whole(1, 9)).padStart(2, "0")}`;
  return `${date.slice(0, 7)}-${day}`;
};

/** Revises `count` agreements; answers how many changes were made. Seven of ten are corrections, one a withdrawal. */
export async function reviseSome(db: Database, count: number, dice: Dice): Promise<number> {
  const all = await db.read.$count(db.tables.agreements);
  let made = 0;
  for (let at = 0; at < count; at++) {
    const now = new Date(beginning + at * 60_000).toISOString();
    const { id, slug } = await agreementFrom(db, dice.whole(1, all));
    const kind = dice.float();
    if (kind < 0.2) {
      await checkAgreement(db, curator, { slug, on: dayOfInstant(now), note: null }, now);
      made += 1;
      continue;
    }
    const acts = await openActs(db, id);
    if (acts.length === 0) continue;
    const act = dice.pick(acts);
    const looked = { id: act.id, revision: await revisionOf(db, id) };
    if (kind < 0.3) {
      await withdrawAct(db, curator, { ...looked, reason: "It was another agreement." }, now);
    } else {
      const correction = { ...act, date: mended(act.date, dice), citations: [] };
      await correctAct(db, curator, { ...looked, act: correction, reason: "The day was misread." }, now);
    }
    made += 1;
  }
  return made;
}
