/** Carries a whole database, history and people included, into an empty one, of the same engine or the other. */
import type { Database } from "./database.ts";
import { unreadiness } from "./queries/readiness.ts";
import { contentOf, insertRows, rowsOf, type TableName, tableNames } from "./table-rows.ts";

export interface MovedTable {
  name: TableName;
  rows: number;
  /** Of the content, the same on both sides. */
  sha256: string;
}

/** Throws a sentence when a table of the database holds rows. */
async function demandEmpty({ read, tables }: Database): Promise<void> {
  for (const name of tableNames(tables))
    if ((await read.$count(tables[name])) > 0)
      throw new Error(
        `The database to move to is not empty: its table ${name} holds rows. Nothing was moved.`,
      );
}

/**
 * Copies every row at one moment of `from`, in one transaction of `to`, and reads both again to prove that they are
 * equal: where they are not, nothing stays. Throws a sentence.
 */
export async function moveAll(from: Database, to: Database): Promise<MovedTable[]> {
  const unfit = await unreadiness(from);
  if (unfit !== null) throw new Error(`The database to move from cannot be moved as it is. ${unfit}`);
  await demandEmpty(to);
  return from.snapshot((read) =>
    to.transact(async (tx) => {
      const moved: MovedTable[] = [];
      for (const name of tableNames(to.tables)) {
        for await (const rows of rowsOf({ read, tables: from.tables }, name))
          await insertRows({ tx, tables: to.tables }, name, rows);
        const there = await contentOf({ read: tx, tables: to.tables }, name);
        const here = await contentOf({ read, tables: from.tables }, name);
        if (there.sha256 !== here.sha256)
          throw new Error(`What the table ${name} holds is not the same on both sides. Nothing was moved.`);
        moved.push({ name, ...there });
      }
      return moved;
    }),
  );
}
