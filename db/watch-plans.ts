/**
 * Has every statement that SQLite prepares in this process explained (`EXPLAIN QUERY PLAN`): a fault is a table that is
 * read from end to end although the statement says which rows it wants. Without statistics, which the product never
 * gathers, SQLite plans by the schema alone: the plan is the same with ten agreements and with 100,000.
 */
import BetterSqlite from "better-sqlite3";

/** What may be read whole: by the table that is scanned and the statement; each for its reason. */
const allowed: readonly { table: RegExp; statement?: RegExp; because: string }[] = [
  {
    table: /^(countries|frameworks|counting_rules|memberships|moments)$/,
    because: "There are as many as there are countries and frameworks, however many agreements they have.",
  },
  {
    table: /^(users|accounts|sessions|api_tokens|drafts|one_time_links|sign_in_attempts)$/,
    because: "There are as many as there are people who write.",
  },
  {
    table: /^changes$/,
    statement: /order by "changes"\."sequence" desc limit \?$/,
    because: "The ledger is walked from its end and no further than the page.",
  },
  {
    table: /^(agreement_versions|acts)$/,
    statement: /"known_to" = \?$|group by "acts"\."agreement_id"$/,
    because: "An import compares its rows with every agreement that there is.",
  },
  {
    table: /^expectations$/,
    statement: /^insert into "acts"/,
    because: "Looked through only while a foreign key waits to be met, and none ever does.",
  },
  {
    table: /^acts$/,
    statement: /group by "acts"\."place"/,
    because: "Every place is counted, in an index of nothing else.",
  },
  {
    table: /^sources$/,
    statement: /^select count\(\*\)| like | limit \?$/,
    because:
      "They are counted; a part of a word stands in no index; a page is read along one and no further.",
  },
  { table: /^search_index$/, statement: / match \?/, because: "The words are looked up in its index." },
  {
    table: /./,
    statement: /^select count\(\*\) from \w+ where .* is not null$/,
    because: "A test counts all.",
  },
];

/** A statement that names the rows it wants; one that does not is meant to read all. */
const choosing = /\bwhere\b/i;
const ofRecord = /^\s*(with|select|insert|update|delete)\b/i;
const own = /\b(sqlite_master|sqlite_sequence|__drizzle_migrations)\b/;

interface Watch {
  seen: Set<string>;
  faults: string[];
  prepare: BetterSqlite.Database["prepare"];
}

const key = Symbol.for("accords.watch-plans");
const global = globalThis as { [key]?: Watch };
/** A process may load this module more than once, as each file of tests does: what is watched is not watched twice. */
const isWatched = global[key] !== undefined;
global[key] ??= { seen: new Set(), faults: [], prepare: BetterSqlite.prototype.prepare };
const { seen, faults, prepare } = global[key];

function explain(database: BetterSqlite.Database, sql: string): void {
  if (seen.has(sql) || !ofRecord.test(sql) || !choosing.test(sql) || own.test(sql)) return;
  seen.add(sql);
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const plan = prepare
    .call<BetterSqlite.Database, [string], BetterSqlite.Statement<null[]>>(
      database,
      `EXPLAIN QUERY PLAN ${sql}`,
    )
    .all(...values) as { detail: string }[];
  for (const { detail } of plan) {
    const [, table] = /^SCAN (\w+)(?! CLAUSE)\b/.exec(detail) ?? [];
    if (table === undefined || /^\d/.test(table)) continue;
    const isAllowed = allowed.some((one) => one.table.test(table) && (one.statement?.test(sql) ?? true));
    if (!isAllowed) faults.push(`${detail}: ${sql}`);
  }
}

if (!isWatched)
  Object.assign(BetterSqlite.prototype, {
    prepare(this: BetterSqlite.Database, sql: string) {
      const statement = prepare.call(this, sql);
      explain(this, sql);
      return statement;
    },
  });

/** The faults that were found since this was last called. */
export const takeFaults = (): string[] => faults.splice(0);
