/** The commands that keep the record safe, run as a person runs them. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateSqlite } from "#db/migrate.ts";
import { connect } from "#db/sqlite.ts";

const run = promisify(execFile);
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "accords-commands-"));
  path = join(folder, "accords.db");
  migrateSqlite(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = join(import.meta.dirname, "..");
const env = () => ({ ...process.env, DATABASE_URL: `file:${path}` });

/** What a command says, and with which code it ends. */
async function command(name: string, ...args: string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, [`server/${name}.js`, ...args], {
      cwd: root,
      env: env(),
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

test("a backup is made, checked and restored, and the log is whole after it", async () => {
  const made = await command("backup", "--to", join(folder, "kept"));
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("checked the copy") });
  const file = made.stdout.trim().split("\n").at(-1) ?? "";
  expect(file).toMatch(/kept\/backup-\d{4}-.*Z\.db$/);
  const restored = await command("restore", file);
  expect(restored).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/signed out[\s\S]*before-restore-/),
  });
  const verified = await command("audit-verify");
  expect(verified).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/whole: 1 rows[\s\S]*Anchor [\da-f]{64}/),
  });
});

test("a wrong word, a missing file and a database in use are told in one sentence", async () => {
  expect(await command("backup", "--what")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Usage"),
  });
  expect(await command("restore")).toMatchObject({ code: 1, stderr: expect.stringContaining("Usage") });
  const missing = await command("restore", "nowhere.db");
  expect(missing).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Nothing was restored\. There is no file .+\n$/),
  });
  const { stdout } = await command("backup");
  const server = connect(path);
  const refused = await command("restore", stdout.trim());
  server.close();
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("A server is running") });
});

test("an edited row is named", async () => {
  const raw = connect(path);
  raw.exec(
    "drop trigger changes_never_rewritten; update changes set changed_by = 'somebody' where sequence = 1",
  );
  raw.close();
  const broken = await command("audit-verify");
  expect(broken).toMatchObject({
    code: 1,
    stderr: "The audit log is broken: row 1 is not the row that was written.\n",
  });
  const made = await command("backup");
  expect(made).toMatchObject({ code: 1, stderr: expect.stringContaining("row 1") });
  const refused = await command("restore", made.stdout.trim());
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("row 1") });
});

test("a backup that is killed leaves nothing that could be taken for one", async () => {
  const raw = connect(path);
  raw.exec(
    "create table filler as with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select i, hex(randomblob(500)) as text from n",
  );
  raw.close();
  for (const ms of [150, 300, 450, 600]) {
    const to = join(folder, `killed-${ms}`);
    const child: ChildProcess = spawn(process.execPath, ["server/backup.js", "--to", to], {
      cwd: root,
      env: env(),
      stdio: "ignore",
    });
    const ended = new Promise((done) => child.once("exit", done));
    await new Promise((done) => setTimeout(done, ms));
    child.kill("SIGKILL");
    await ended;
    const names = readdirSync(folder).includes(`killed-${ms}`) ? readdirSync(to) : [];
    for (const name of names.filter((one) => /^backup-.*\.db$/.test(one)))
      expect(names).toContain(name.replace(/\.db$/, ".manifest.json"));
  }
  expect((await command("backup", "--to", join(folder, "after"))).stdout).toMatch(/backup-/);
});

test("a damaged database is told in one line before anything is served", async () => {
  writeFileSync(path, "rubbish ".repeat(2_000));
  const told = await run(process.execPath, ["server/prepare.ts"], { cwd: root, env: env() }).catch(
    (error) => error,
  );
  expect(told).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The database .+ is damaged .+\n$/) });
});
