/** A PostgreSQL server for the tests: one that was given, else one of this machine's programs on a folder of its own. */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../e2e/free-port.js";
import { run, say } from "./run.js";

/** @typedef {{ url: string, source: string, stop: () => Promise<void> }} TestPostgres */

/**
 * @param {{ given: string | undefined, mayInstall: boolean }} choice the address of a server, and whether apt may be
 *   asked for the programs, as root
 * @returns {Promise<TestPostgres | null>} null where there is none
 */
export async function findPostgres({ given, mayInstall }) {
  if (given) return { url: given, source: "the server that TEST_POSTGRES names", stop: async () => {} };
  const found = programs() ?? (mayInstall && (await install()) ? programs() : null);
  return found === null ? null : startOwn(found);
}

/** @returns {string | null} the folder of the newest programs */
function programs() {
  const debian = "/usr/lib/postgresql";
  const folders = [
    ...versionsIn(debian).map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return (
    folders.find((folder) => ["initdb", "postgres"].every((name) => isProgram(join(folder, name)))) ?? null
  );
}

/** @param {string} folder */
function versionsIn(folder) {
  try {
    return readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} */
async function install() {
  if (process.getuid?.() !== 0) return false;
  say("Installing PostgreSQL with apt, for the tests on it.");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["-qq", "update"], quiet, 2);
    return (
      (await run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", "postgresql"], quiet, 2)) ===
      0
    );
  } catch {
    return false;
  }
}

/** The server refuses to run as root. @returns {{ uid: number, gid: number } | null} */
function unprivileged() {
  if (process.getuid?.() !== 0) return null;
  /** @param {string} user @param {string} what */
  const id = (user, what) => Number(execFileSync("id", [what, user], { encoding: "utf8", stdio: "pipe" }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: id(user, "-u"), gid: id(user, "-g") };
    } catch {
      // There is no such user.
    }
  }
  return null;
}

/** @param {string} bin @returns {Promise<TestPostgres>} */
async function startOwn(bin) {
  const folder = mkdtempSync(join(tmpdir(), "accords-postgres-"));
  const user = unprivileged();
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const data = join(folder, "data");
  const asked = ["-D", data, "-U", "accords", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(join(bin, "initdb"), [...asked, "-E", "UTF8", "--no-locale", "--no-sync"], {
    ...options,
    stdio: "pipe",
  });
  const port = await freePort();
  // Nothing of it is to outlive the tests, so nothing waits for the disk.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const server = spawn(
    join(bin, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-k",
      folder,
      ...settings.flatMap((one) => ["-c", one]),
    ],
    { ...options, stdio: "ignore" },
  );
  const ended = new Promise((done) => server.once("exit", done));
  const end = () => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  const url = `postgres://accords:${password}@127.0.0.1:${port}/postgres`;
  await answering(url);
  return {
    url,
    source: bin,
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      process.removeListener("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} url */
async function answering(url) {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 100) throw error;
    }
    await setTimeout(100);
  }
}
