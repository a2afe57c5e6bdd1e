/** Commitments and conflicts of an agreement or a framework, with their citations. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Commitment, Conflict } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { citationsOf } from "./citations.ts";
import { recordedBy } from "./standing.ts";

/** Whose facts: one of the two is given. */
export type Owner = { agreementId: number } | { framework: string };

export async function commitmentsOf(db: Reading, owner: Owner, clocks: Clocks): Promise<Commitment[]> {
  const { commitments: table, countries } = db.tables;
  const owned =
    "agreementId" in owner ? eq(table.agreementId, owner.agreementId) : eq(table.framework, owner.framework);
  const found = await db.read
    .select({ fact: table, name: countries.name })
    .from(table)
    .leftJoin(countries, eq(countries.code, table.by))
    .where(and(owned, recordedBy(table, clocks)))
    // Of no period first: left to itself each engine has its own order for what is null.
    .orderBy(sql`coalesce(${table.period}, '')`, asc(table.id));
  const cited = await citationsOf(
    db,
    found.map(({ fact }) => `commitment:${fact.id}`),
    clocks,
  );
  return found.map(({ fact, name }) => ({
    id: fact.id,
    by: fact.by === null ? null : { code: fact.by, name: name ?? fact.by },
    category: fact.category,
    amount: fact.amount,
    currency: fact.currency,
    qualifier: fact.qualifier,
    unit: fact.unit,
    period: fact.period,
    description: fact.description,
    shareNote: fact.shareNote,
    writtenInAgreement: fact.writtenInAgreement,
    certainty: fact.certainty,
    note: fact.note,
    citations: cited(`commitment:${fact.id}`),
    recordedAt: fact.recordedAt,
  }));
}

export async function conflictsOf(db: Reading, owner: Owner, clocks: Clocks): Promise<Conflict[]> {
  const { conflicts: table } = db.tables;
  const owned =
    "agreementId" in owner ? eq(table.agreementId, owner.agreementId) : eq(table.framework, owner.framework);
  const found = await db.read
    .select()
    .from(table)
    .where(and(owned, recordedBy(table, clocks)))
    .orderBy(asc(table.id));
  const subjects = found.flatMap(({ id, values }) => values.map((_, index) => `conflict:${id}#${index}`));
  const cited = await citationsOf(db, subjects, clocks);
  return found.map(({ id, topic, about, values, note }) => ({
    id,
    topic,
    about,
    values: values.map((value, index) => ({ ...value, citations: cited(`conflict:${id}#${index}`) })),
    note,
  }));
}
