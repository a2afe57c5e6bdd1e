/** Backups of a database that is written to, what is done with damaged ones, and what a restored database forgets. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isNotNull } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { curator } from "#domain/permission.ts";
import { backUp, thinAutomatic } from "./backup.ts";
import { manifestOf } from "./backup-manifest.ts";
import { addUser } from "./commands/add-user.ts";
import { importRecord } from "./commands/import-record.ts";
import { inviteFirstAdmin } from "./commands/issue-link.ts";
import { recordAct } from "./commands/record-act.ts";
import type { Database } from "./database.ts";
import { migrateSqlite, needsMigration } from "./migrate.ts";
import { prepareDatabase } from "./prepare.ts";
import { verifyChain } from "./queries/chain.ts";
import { restore } from "./restore.ts";
import { refuseDamaged } from "./soundness.ts";
import { connect, openSqlite } from "./sqlite.ts";
import { curatedWorld } from "./testing.ts";

const now = "2026-03-01T08:00:00.000Z";
const slug = "aa-bb-test";
let folder: string;
let path: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "accords-backup-"));
  path = join(folder, "accords.db");
  migrateSqlite(path);
  db = openSqlite(path);
  await importRecord(db, curator, curatedWorld({ agreements: { [slug]: {} } }), "2026-01-01T00:00:00.000Z");
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = { appVersion: "1.0.0", reason: "asked" as const, now };
const backups = () => join(folder, "backups");
const make = (at = now) => backUp({ ...order, path, folder: backups(), now: at });

async function record(times: number) {
  const { changes } = db.tables;
  for (let done = 0; done < times; done++) {
    const revision = await db.read.$count(changes, isNotNull(changes.agreementId));
    const act = {
      kind: "meeting" as const,
      actor: "both" as const,
      date: "2025-05-01",
      certainty: "done" as const,
      citations: [{ url: "https://example.org/a", publishedOn: "2025-05-01" }],
    };
    await recordAct(db, curator, { slug, revision, act }, now);
  }
}

test("a backup is one private file with its manifest, and nothing else is left", async () => {
  await record(2);
  const { file, manifest } = await make();
  expect(readdirSync(backups()).sort()).toEqual([
    "backup-2026-03-01T08-00-00-000Z.db",
    "backup-2026-03-01T08-00-00-000Z.manifest.json",
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(manifestOf(file)).mode & 0o777).toBe(0o600);
  expect(manifest).toMatchObject({
    counts: { agreements: 1, acts: 2, changes: 3 },
    audit: { rows: 3, broken: null },
  });
  expect(JSON.parse(readFileSync(manifestOf(file), "utf8"))).toEqual(manifest);
});

test("a backup made while somebody writes holds everything from before it, in order and without a gap", async () => {
  await record(3);
  const [{ manifest }] = await Promise.all([make(), record(20)]);
  const rows = manifest.audit?.rows ?? 0;
  expect(rows).toBeGreaterThanOrEqual(4);
  expect(manifest.counts.acts).toBe(rows - 1);
  expect((await verifyChain(db)).rows).toBe(24);
});

test("a restored database is that of the backup, signs everybody out, says so, and takes edits", async () => {
  await record(1);
  const user = await addUser(db, curator, { email: "a@example.org", role: "editor", passwordHash: "x" }, now);
  const { sessions } = db.tables;
  const date = new Date(now);
  await db.transact(async (tx) => {
    await tx
      .insert(sessions)
      .values({ id: "s", token: "t", userId: user.id, expiresAt: date, createdAt: date, updatedAt: date });
  });
  const { file } = await make();
  await record(5);
  await db.close();
  const { kept } = await restore({ file, path, now: "2026-03-02T00:00:00.000Z" });
  db = openSqlite(path);
  expect(kept).toBe(`${path}.before-restore-2026-03-02T00-00-00-000Z`);
  const left = readdirSync(folder).filter((name) => /restor|-journal/.test(name));
  expect(left.filter((name) => !/-(wal|shm)$/.test(name))).toEqual([basename(String(kept))]);
  expect(await db.read.$count(db.tables.acts)).toBe(1);
  expect(await db.read.$count(db.tables.users)).toBe(1);
  expect(await db.read.$count(sessions)).toBe(0);
  const old = openSqlite(String(kept));
  expect(await old.read.$count(old.tables.acts)).toBe(6);
  await old.close();
  const { broken, rows } = await verifyChain(db);
  expect([broken, rows]).toEqual([null, 4]);
  const { sequence, verb } = db.tables.changes;
  const verbs = await db.read.select({ verb }).from(db.tables.changes).orderBy(sequence);
  expect(verbs.at(-1)).toEqual({ verb: "record-restored" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const act = {
    kind: "signed" as const,
    actor: "both" as const,
    date: "2025-06-01",
    certainty: "done" as const,
  };
  await recordAct(
    db,
    curator,
    {
      slug,
      revision: 2,
      act: { ...act, citations: [{ url: "https://example.org/b", publishedOn: "2025-06-01" }] },
    },
    now,
  );
});

test("a link that was pending when the backup was made is dead after it", async () => {
  expect(await inviteFirstAdmin(db, now)).not.toBeNull();
  const { file } = await make();
  await db.close();
  await restore({ file, path, now });
  db = openSqlite(path);
  expect(await db.read.$count(db.tables.oneTimeLinks)).toBe(0);
});

test("a database is restored where there is none, or where it is nothing but rubbish", async () => {
  const { file } = await make();
  await db.close();
  rmSync(path);
  expect((await restore({ file, path, now })).kept).toBeNull();
  rmSync(path);
  writeFileSync(path, "rubbish ".repeat(1_000));
  const { kept } = await restore({ file, path, now });
  expect(readFileSync(String(kept), "utf8")).toContain("rubbish");
  db = openSqlite(path);
  expect(await db.read.$count(db.tables.agreements)).toBe(1);
});

test("it is not restored while a server has the database open, and nothing is changed", async () => {
  const { file } = await make();
  await record(1);
  await expect(restore({ file, path, now })).rejects.toThrow(/A server is running/);
  expect(await db.read.$count(db.tables.acts)).toBe(1);
  expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
  await record(1);
});

const damages: Record<string, (file: string) => void> = {
  "a byte that was changed": (file) => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(255 - bytes.readUInt8(bytes.length >> 1), bytes.length >> 1);
    writeFileSync(file, bytes);
  },
  "a cut end": (file) => writeFileSync(file, readFileSync(file).subarray(0, -4096)),
  "an empty file": (file) => writeFileSync(file, ""),
  "another database": (file) => copyFileSync(path, file),
  "no manifest": (file) => rmSync(manifestOf(file)),
  "a manifest that is none": (file) => writeFileSync(manifestOf(file), "{}"),
  "a newer schema": (file) => rewrite(file, (manifest) => manifest.schema.push(9_999_999_999_999)),
  "other counts": (file) => rewrite(file, (manifest) => Object.assign(manifest.counts, { acts: 7 })),
  "another name": (file) => rewrite(file, (manifest) => Object.assign(manifest, { file: "other.db" })),
};
function rewrite(file: string, change: (manifest: Awaited<ReturnType<typeof make>>["manifest"]) => unknown) {
  const manifest = JSON.parse(readFileSync(manifestOf(file), "utf8"));
  change(manifest);
  chmodSync(manifestOf(file), 0o600);
  writeFileSync(manifestOf(file), JSON.stringify(manifest));
}

test.each(Object.keys(damages))(
  "a backup with %s is refused, and the database stays as it is",
  async (name) => {
    const { file } = await make();
    damages[name]?.(file);
    await record(1);
    await db.close();
    const before = readFileSync(path);
    await expect(restore({ file, path, now })).rejects.toThrow(/manifest|hash|newer version/);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((one) => /restor/.test(one))).toEqual([]);
    db = openSqlite(path);
  },
);

test("a copy that is not sound is not kept", async () => {
  const raw = connect(path);
  raw.pragma("foreign_keys = OFF");
  raw.exec(
    "insert into accounts (id, account_id, provider_id, user_id, created_at, updated_at) values ('a', 'a', 'p', 'nobody', '', '')",
  );
  raw.close();
  await expect(make()).rejects.toThrow(/1 of its references/);
  expect(readdirSync(backups())).toEqual([]);
});

test("what others left half made is cleared away after a day, and only that", async () => {
  const { file } = await make();
  const half = join(backups(), ".backup-2026-01-01T00-00-00-000Z.db.partial");
  writeFileSync(half, "half");
  await make("2026-03-01T09:00:00.000Z");
  expect(existsSync(half)).toBe(true);
  await make(new Date(Date.now() + 48 * 3_600_000).toISOString());
  expect([existsSync(half), existsSync(file)]).toEqual([false, true]);
});

test("a migration begins with a backup; the oldest of those go, the others stay", async () => {
  await make();
  for (const day of [1, 2, 3]) {
    const at = `2026-04-0${day}T00:00:00.000Z`;
    await backUp({ ...order, path, folder: backups(), now: at, reason: "before-migration" });
  }
  thinAutomatic(backups(), 2);
  expect(readdirSync(backups()).filter((name) => name.endsWith(".db"))).toEqual([
    "backup-2026-03-01T08-00-00-000Z.db",
    "backup-2026-04-02T00-00-00-000Z-before-migration.db",
    "backup-2026-04-03T00-00-00-000Z-before-migration.db",
  ]);
  expect(readdirSync(backups())).toHaveLength(6);
});

test("a database that lacks nothing is not backed up when it is prepared", async () => {
  expect(needsMigration(path)).toBe(false);
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  await prepareDatabase({ url: `file:${path}`, dataDirectory: "/nowhere", now, appVersion: "1", log });
  expect([lines, existsSync(backups())]).toEqual([[], false]);
});

test("a damaged database is refused before anything opens it, and left as it is", async () => {
  await db.close();
  const bytes = readFileSync(path);
  const damaged = join(folder, "damaged.db");
  for (const content of [
    Buffer.from("rubbish ".repeat(1_000)),
    Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]),
    bytes.subarray(0, 4096 * 3),
  ]) {
    writeFileSync(damaged, content);
    expect(() => refuseDamaged(damaged)).toThrow(/is damaged .*npm run restore/);
    expect(readFileSync(damaged).equals(content)).toBe(true);
  }
  refuseDamaged(path);
  refuseDamaged(join(folder, "missing.db"));
  db = openSqlite(path);
});
