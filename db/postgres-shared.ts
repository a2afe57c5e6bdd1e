/** Permits and notes in two unlogged tables of PostgreSQL: one count for all nodes, by the clock of the server. */
import type pg from "pg";
import type { Shared } from "./shared.ts";

/** No bucket takes longer to be full again. */
const fullAfter = "10 minutes";
/** How often, of so many permits, old buckets are cleared away. */
const clearedEvery = 500;

const takePermit = `
  insert into permits as p ("bucket", "left", "had", "at") values ($1, $3::float8 - 1, $3::float8, clock_timestamp())
  on conflict ("bucket") do update set
    "had" = least($3::float8, p."left" + extract(epoch from clock_timestamp() - p."at") * $2::float8),
    "left" = greatest(0, least($3::float8, p."left" + extract(epoch from clock_timestamp() - p."at") * $2::float8) - 1),
    "at" = clock_timestamp()
  returning "had"`;

export function sharedInPostgres(pool: pg.Pool): Shared {
  let taken = 0;
  return {
    async takePermit(bucket, { perSecond, burst }) {
      taken += 1;
      if (taken % clearedEvery === 0)
        await pool.query(`delete from permits where "at" < now() - interval '${fullAfter}'`);
      const { rows } = await pool.query<{ had: number }>(takePermit, [bucket, perSecond, burst]);
      return rows[0]?.had ?? 0;
    },
    async leaveNote(name, body, keptForMs) {
      await pool.query("delete from notes where until < now()");
      await pool.query("insert into notes values ($1, $2, now() + $3 * interval '1 millisecond')", [
        name,
        body,
        keptForMs,
      ]);
    },
    async takeNote(name) {
      const { rows } = await pool.query<{ body: string; fresh: boolean }>(
        "delete from notes where name = $1 returning body, until >= now() as fresh",
        [name],
      );
      return rows[0]?.fresh ? rows[0].body : null;
    },
  };
}
