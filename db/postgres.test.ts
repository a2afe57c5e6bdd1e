/** PostgreSQL alone: turns of writing between processes, what the database refuses, and what it says when it is gone. */
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { importRecord } from "./commands/import-record.ts";
import type { Database } from "./database.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { openPostgres } from "./postgres.ts";
import { verifyChain } from "./queries/chain.ts";
import { storageProblem } from "./storage-fault.ts";
import { curatedWorld, loadedAt } from "./testing.ts";
import { beside, createCopy, type OwnDatabase, order } from "./testing-postgres.ts";

const server = process.env.TEST_POSTGRES ?? "";
let own: OwnDatabase;
/** Two processes, as far as the server can tell. */
let one: Database;
let two: Database;
let raw: pg.Client;
beforeAll(async () => {
  own = await createCopy(server);
  one = openPostgres(own.url);
  two = openPostgres(own.url);
  const slugs = Array.from({ length: 5 }, (_, index) => [
    `aa-bb-${index}`,
    { tags: ["one"], acts: [{ kind: "signed" as const, date: "2024-05-14" }] },
  ]);
  await importRecord(one, curator, curatedWorld({ agreements: Object.fromEntries(slugs) }), loadedAt);
  raw = new pg.Client({ connectionString: own.url });
  await raw.connect();
});
afterAll(async () => {
  await raw.end();
  await Promise.all([one.close(), two.close()]);
  await own.drop();
});

const check = (db: Database, slug: string, now = loadedAt) =>
  checkAgreement(db, curator, { slug, on: "2025-12-30", note: null }, now);

test("200 edits from two processes at once lose nothing: instants rise, revisions have no gap, the log is whole", async () => {
  const { changes } = one.tables;
  const before = await one.read.$count(changes);
  // All with the same clock, which stands still: the order is the ledger's own.
  await Promise.all(
    Array.from({ length: 200 }, (_, index) => check(index % 2 ? one : two, `aa-bb-${index % 5}`)),
  );
  const rows = await one.read.select().from(changes).orderBy(changes.sequence);
  expect(rows.length).toBe(before + 200);
  const added = rows.slice(before);
  expect(new Set(added.map(({ recordedAt }) => recordedAt)).size).toBe(200);
  expect(added.map(({ recordedAt }) => recordedAt)).toEqual(added.map(({ recordedAt }) => recordedAt).sort());
  for (let agreement = 0; agreement < 5; agreement++) {
    const revisions = rows.filter(({ agreementId }) => agreementId === agreement + 1);
    expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, index) => index + 1));
  }
  expect((await verifyChain(two)).broken).toBeNull();
});

test("what one process commits the other sees at once, and the revision has moved on both", async () => {
  const [a, b] = [await one.revision(), await two.revision()];
  expect(a).toBe(b);
  expect(await one.revision()).toBe(a);
  const checks = await two.read.$count(two.tables.checks);
  await check(one, "aa-bb-0");
  expect(await two.read.$count(two.tables.checks)).toBe(checks + 1);
  expect(await two.revision()).not.toBe(a);
  expect(await one.revision()).toBe(await two.revision());
});

test("what is rehearsed, or fails, leaves nothing", async () => {
  const { countries } = one.tables;
  const values = { code: "ZZ", name: "Z", kind: "state" as const, names: {}, aliases: [] };
  const revision = await two.revision();
  await one.rehearse(async (tx) => void (await tx.insert(countries).values(values)));
  const failing = one.transact(async (tx) => {
    await tx.insert(countries).values(values);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  // A failed statement undoes all, even when whoever sent it goes on as if nothing had happened.
  const swallowing = one.transact(async (tx) => {
    await tx.insert(countries).values(values);
    await tx
      .insert(countries)
      .values(values)
      .catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow(/aborted/);
  expect(await two.read.$count(countries, eq(countries.code, "ZZ"))).toBe(0);
  expect(await two.revision()).toBe(revision);
});

test("a transaction that the server undid for the sake of another is run again", async () => {
  let runs = 0;
  const { checks } = one.tables;
  await one.transact(async (tx) => {
    runs += 1;
    await tx.select({ n: sql`count(*)` }).from(checks);
    if (runs > 1) return;
    // Somebody who takes no turn, so that the two are entangled.
    await raw.query("begin isolation level serializable");
    await raw.query("select count(*) from changes");
    await raw.query(
      "insert into checks (agreement_id, checked_on, latest, recorded_at, recorded_by) values (1, '2026', '2026-12-31', '2026-01-01T00:00:00.000Z', 'x')",
    );
    await tx.insert(one.tables.signInAttempts).values({ bucket: "a", at: loadedAt });
    await tx.select({ n: sql`count(*)` }).from(one.tables.drafts);
    await raw.query("select count(*) from sign_in_attempts");
    await raw.query("commit");
  });
  expect(runs).toBe(2);
});

describe("append-only", () => {
  const refused = async (statement: string) =>
    expect(raw.query(statement), statement).rejects.toThrow(/append-only/);
  const ends = ["superseded_at", "known_to"];

  test("every table that keeps what was known refuses to delete, empty, rewrite and replace", async () => {
    const { rows } = await raw.query<{ table: string }>(
      `select distinct table_name as table from information_schema.columns
        where table_schema = 'public' and column_name = any($1) order by 1`,
      [ends],
    );
    const kept = [
      ...rows.map(({ table }) => table),
      "changes",
      "agreements",
      "agreement_sides",
      "agreement_tags",
      "sources",
    ];
    expect(kept.length).toBe(17);
    // No foreign key stands in the way of what is tried.
    await raw.query("begin");
    await raw.query(
      "insert into contradictions (agreement_id, code, acts, valid_from, known_from) values (1, 'signed-after-end', '[]', '2024-01-01', '2026-01-01T00:00:00.000Z')",
    );
    for (const table of kept) {
      await refusedInside(`delete from ${table}`, table);
      await refusedInside(`truncate ${table} cascade`, table);
    }
    await raw.query("rollback");
  });

  /** Whether it is refused, in a transaction that goes on; a table without rows has nothing to refuse but its emptying. */
  async function refusedInside(statement: string, table: string) {
    const { rows } = await raw.query(`select 1 from ${table} limit 1`);
    if (rows.length === 0 && !statement.startsWith("truncate")) return;
    await raw.query("savepoint before");
    await expect(raw.query(statement), statement).rejects.toThrow(/append-only/);
    await raw.query("rollback to savepoint before");
  }

  test.each([
    "agreement_versions",
    "checks",
    "changes",
    "agreements",
    "agreement_sides",
    "agreement_tags",
    "search_documents",
  ])("%s cannot be rewritten, column by column", async (table) => {
    const { rows } = await raw.query<{ name: string; type: string }>(
      "select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const plain = rows.filter(({ name }) => !ends.includes(name));
    expect(plain.length).toBeGreaterThan(1);
    const other: Record<string, string> = {
      text: "'x'",
      integer: "987654",
      json: `'{"x": 1}'`,
      "double precision": "9.75",
      tsvector: "'x'",
    };
    for (const { name, type } of plain) await refused(`update ${table} set ${name} = ${other[type]}`);
  });

  test("the end of a row is set once, and alone", async () => {
    const later = "'2026-02-01T00:00:00.000Z'";
    await refused(`update checks set superseded_at = ${later}, note = 'x'`);
    await raw.query("begin");
    await raw.query(`update checks set superseded_at = ${later} where id = 1`);
    await refused(`update checks set superseded_at = '2026-03-01T00:00:00.000Z' where id = 1`);
    await raw.query("rollback");
  });

  test("a row is not replaced by one with its key", async () => {
    await refused(
      "insert into agreements (id, slug, recorded_at) select 1, 'x', recorded_at from agreements limit 1 on conflict (id) do update set slug = 'x'",
    );
    await refused("update sources set url = url || '#'");
  });
});

test("a log whose end was cut is found, and an edited row is named", async () => {
  const broken = async (...tampering: string[]) => {
    await raw.query("begin");
    await raw.query("alter table changes disable trigger user");
    for (const statement of tampering) await raw.query(statement);
    await raw.query("commit");
    const report = await verifyChain(one);
    return report.broken;
  };
  const { rows } = await one.read
    .select({ rows: sql<number>`max(sequence)` })
    .from(one.tables.changes)
    .then(([found]) => ({ rows: found?.rows ?? 0 }));
  await raw.query("create table kept as select * from changes");
  expect(await broken("update changes set changed_by = 'somebody' where sequence = 3")).toMatchObject({
    sequence: 3,
    reason: expect.stringMatching(/not the row/),
  });
  expect(await broken("delete from changes", "insert into changes select * from kept")).toBeNull();
  expect(await broken("delete from changes where sequence > 10")).toMatchObject({
    sequence: 11,
    reason: expect.stringMatching(/missing, with all/),
  });
  expect(await broken("delete from changes", "insert into changes select * from kept")).toBeNull();
  expect((await verifyChain(one)).rows).toBe(rows);
  await raw.query("drop table kept");
  await raw.query("alter table changes enable trigger user");
});

describe("a server that is gone", () => {
  test("is told as such, while a write is under way and when nothing answers", async () => {
    const cut = one
      .transact(async (tx) => {
        const [me] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(select 1) as one`);
        await raw.query("select pg_terminate_backend($1)", [me?.pid]);
        await tx.select().from(one.tables.countries);
      })
      .catch((error) => error);
    expect(storageProblem(await cut)).toMatchObject({ code: "unavailable", retryAfter: 5 });
    expect(one.storageFault()).not.toBeNull();
    await one.tryStorage();
    expect(one.storageFault()).toBeNull();
    const nobody = openPostgres("postgres://accords@127.0.0.1:1/accords");
    const refusedRead = await nobody.revision().catch((error) => error);
    expect(storageProblem(refusedRead)).toMatchObject({ code: "unavailable" });
    await nobody.close();
  });

  test("a database that takes no writes is told, and can be read", async () => {
    await raw.query(
      `alter database ${new URL(own.url).pathname.slice(1)} set default_transaction_read_only = on`,
    );
    const reading = openPostgres(own.url);
    const error = await check(reading, "aa-bb-1").catch((fault) => fault);
    expect(storageProblem(error)).toMatchObject({ code: "unavailable" });
    expect(reading.storageFault()).toBe("25006");
    expect(await reading.read.$count(reading.tables.agreements)).toBe(5);
    await reading.close();
    await raw.query(
      `alter database ${new URL(own.url).pathname.slice(1)} reset default_transaction_read_only`,
    );
  });
});

describe("migrations", () => {
  test("of two processes at once are made once, and a newer database is refused", async () => {
    const name = "accords_fresh";
    await order(server, `drop database if exists ${name}`);
    await order(server, `create database ${name} encoding 'UTF8' template template0`);
    const url = beside(server, name);
    const made = await Promise.all([migratePostgres(url), migratePostgres(url), migratePostgres(url)]);
    expect(made.filter((count) => count > 0).length).toBe(1);
    await order(url, "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    await expect(migratePostgres(url)).rejects.toThrow(/newer version/);
    await order(server, `drop database ${name}`);
  });

  test("want a database that knows Unicode", async () => {
    const name = "accords_latin";
    await order(server, `drop database if exists ${name}`);
    await order(
      server,
      `create database ${name} encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`,
    );
    await expect(migratePostgres(beside(server, name))).rejects.toThrow(/UTF8/);
    await order(server, `drop database ${name}`);
  });
});
