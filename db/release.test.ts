/** A release is the whole public record and nothing else, and a database that reads it is the same record. */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import yazl from "yazl";
import { curator } from "#domain/permission.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import { addUser } from "./commands/add-user.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { inviteFirstAdmin } from "./commands/issue-link.ts";
import type { Database } from "./database.ts";
import { exportRelease } from "./export-release.ts";
import { importRelease } from "./import-release.ts";
import { allAgreements } from "./queries/agreements.ts";
import { editAtRandom, randomWorld } from "./random-record.ts";
import { packRelease, unpackRelease } from "./release-zip.ts";
import { openEmpty, openWorld } from "./testing.ts";

const at = "2026-04-01T00:00:00.000Z";
const secret = "editor.with.a.secret@example.org";
const body = '{"frozen":true}';
const hash = createHash("sha256").update(body).digest("hex");

let folder: string;
let db: Database;
const opened: Database[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "accords-release-"));
  db = await openWorld(randomWorld(3, 25));
  opened.push(db);
  await editAtRandom(db, 4, 40);
  const editor = await addUser(db, curator, { email: secret, name: "An Editor", role: "editor" }, at);
  const writer = { id: editor.id, role: "editor" as const };
  await checkAgreement(db, writer, { slug: "x-1", on: "2026-01-01", note: null }, at);
  await db.transact(async (tx) => {
    await tx.insert(db.tables.shares).values({ hash, body, recordedAt: at });
  });
  await exportRelease(db, join(folder, "first"), "0.1.0");
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
  rmSync(folder, { recursive: true });
});

async function emptyDatabase(): Promise<Database> {
  const empty = await openEmpty();
  opened.push(empty);
  return empty;
}

const filesOf = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, name, path)).isFile())
    .sort()
    .map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, name, path)))
        .digest("hex"),
    ]);

test("two releases of one record are the same to the byte", async () => {
  await exportRelease(db, join(folder, "again"), "0.1.0");
  expect(filesOf("first").length).toBeGreaterThan(40);
  expect(filesOf("again")).toEqual(filesOf("first"));
});

test("nothing in it is a secret, and whoever wrote is there by name", () => {
  const whole = filesOf("first")
    .map(([path = ""]) => readFileSync(join(folder, "first", path), "latin1"))
    .join("\n");
  expect(whole).not.toContain(secret);
  expect(whole).toContain("An Editor");
  expect(readdirSync(join(folder, "first/jsonl"))).not.toContain("sessions.jsonl");
});

test("an empty database that reads it exports the same release, and shows the same rows at every instant", async () => {
  const other = await emptyDatabase();
  expect((await importRelease(other, join(folder, "first"))).frozenViews).toBe(1);
  await exportRelease(other, join(folder, "second"), "0.1.0");
  expect(filesOf("second")).toEqual(filesOf("first"));
  const { changes } = db.tables;
  const instants = (await db.read.select({ known: changes.recordedAt }).from(changes)).slice(-30);
  for (const { known } of instants) {
    const rows = (of: Database) => allAgreements(of, noFilters, defaultSort, { on: "2025-06-01", known });
    expect(await rows(other)).toEqual(await rows(db));
  }
});

test("what was read can be written on, and its first admin can still be made", async () => {
  const other = await emptyDatabase();
  await importRelease(other, join(folder, "first"));
  await checkAgreement(
    other,
    curator,
    { slug: "x-2", on: "2026-01-02", note: null },
    "2026-05-01T00:00:00.000Z",
  );
  expect(await inviteFirstAdmin(other, "2026-05-02T00:00:00.000Z")).not.toBeNull();
});

test("a database that holds something is left as it is", async () => {
  await expect(importRelease(db, join(folder, "first"))).rejects.toThrow(/not empty/);
});

test("a release with one more byte is refused by name, and nothing of it stays", async () => {
  await exportRelease(db, join(folder, "changed"), "0.1.0");
  appendFileSync(join(folder, "changed/jsonl/acts.jsonl"), " ");
  const other = await emptyDatabase();
  await expect(importRelease(other, join(folder, "changed"))).rejects.toThrow(
    /jsonl\/acts\.jsonl is not the file/,
  );
  expect(await other.read.$count(other.tables.agreements)).toBe(0);
});

test("a folder that is none is told", async () => {
  await expect(importRelease(db, folder)).rejects.toThrow(/is no release/);
});

test("a release as one file holds the same files, and is the same bytes each time", async () => {
  const [one, two] = ["one.zip", "two.zip"].map((name) => join(folder, name)) as [string, string];
  await packRelease(join(folder, "first"), one);
  await packRelease(join(folder, "first"), two);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  await unpackRelease(one, join(folder, "unpacked"));
  expect(filesOf("unpacked")).toEqual(filesOf("first"));
  expect(await importRelease(await emptyDatabase(), join(folder, "unpacked"))).toMatchObject({
    frozenViews: 1,
  });
  await expect(packRelease(join(folder, "first"), one)).rejects.toThrow("EEXIST");
});

test("a file that is no zip, is cut, or leads out of its folder is refused", async () => {
  const given = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return unpackRelease(join(folder, name), join(folder, `of-${name}`));
  };
  await packRelease(join(folder, "first"), join(folder, "whole.zip"));
  const whole = readFileSync(join(folder, "whole.zip"));
  await expect(given("none.zip", Buffer.from("no zip at all"))).rejects.toThrow("cannot be read as a zip");
  await expect(given("cut.zip", whole.subarray(0, whole.length - 200))).rejects.toThrow(
    "cannot be read as a zip",
  );
  for (const path of ["../escaped", "/rooted.txt", "csv/../../x.csv"]) {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from("x"), "manifest.json");
    zip.addBuffer(Buffer.from("x"), "a".repeat(path.length));
    zip.end();
    const bytes = await buffer(zip.outputStream);
    const led = Buffer.from(bytes.toString("latin1").replaceAll("a".repeat(path.length), path), "latin1");
    await expect(given(`led-${path.length}.zip`, led), path).rejects.toThrow(
      /invalid relative path|absolute path|no release/,
    );
  }
  expect(existsSync(join(folder, "escaped"))).toBe(false);
});
