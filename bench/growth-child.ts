/** The process that asks every query of one database, with nobody beside it: `growth-child.ts FILE NOW COUNT SEED`. */
import { allAgreements } from "#db/queries/agreements.ts";
import { openSqlite } from "#db/sqlite.ts";
import { dayOfInstant } from "#domain/day.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import { createDice } from "./dice.ts";
import type { QueryTimes } from "./growth.ts";
import { draw, queries } from "./queries.ts";

const [path = "", now = "", count = "0", seed = "0"] = process.argv.slice(2);
/** Asked before, so that the code is warm. */
const warming = 10;

async function ask(): Promise<QueryTimes> {
  const db = openSqlite(path);
  const clocks = { on: dayOfInstant(now), known: now };
  const start = performance.now();
  const rows = await allAgreements(db, noFilters, defaultSort, clocks);
  const loadingMs = performance.now() - start;
  const drawn = draw(rows, clocks, createDice(Number(seed)), Number(count) + warming);
  const times: QueryTimes["times"] = queries.map(({ name }) => ({ name, ms: [] }));
  // In turn, as requests come: what one query leaves behind in caches is there for the next one.
  for (let number = 0; number < Number(count) + warming; number++)
    for (const [place, query] of queries.entries()) {
      const from = performance.now();
      await query.ask(db, drawn, number);
      const ms = performance.now() - from;
      if (number >= warming) times[place]?.ms.push(ms);
    }
  await db.close();
  return { agreements: rows.length, loadingMs, times };
}

process.send?.(await ask());
