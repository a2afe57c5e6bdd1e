/** A server of a test's own, for what the one that all tests share cannot show: another zone, another setting, no user. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.js";
import type { TestUser, UserName } from "./people.ts";

export interface OwnServer {
  url: string;
  /** What it has said on stderr so far. */
  said: () => string;
  stop: () => Promise<void>;
}

export interface OwnDatabase {
  /** `DATABASE_URL` */
  url: string;
  remove: () => void;
}

/** A prepared database with the curated record and no user: a file in the folder, or one on the server of the tests. */
export function makeOwnDatabase(folder: string): string {
  const url = execFileSync(process.execPath, ["server/test-database.js", folder], {
    encoding: "utf8",
  }).trim();
  const env = { ...process.env, DATABASE_URL: url };
  execFileSync(process.execPath, ["server/prepare.ts"], { env, stdio: "ignore" });
  return url;
}

export function prepareOwnDatabase(): OwnDatabase {
  const folder = mkdtempSync(join(tmpdir(), "accords-own-"));
  return {
    url: makeOwnDatabase(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Users of this database, which had none. */
export function addUsers(url: string): Record<UserName, TestUser> {
  const env = { ...process.env, DATABASE_URL: url };
  return JSON.parse(execFileSync(process.execPath, ["server/test-users.ts"], { env, encoding: "utf8" }));
}

/** Starts a server and answers once it says that it is ready. */
export async function startOwnServer(settings: Record<string, string>): Promise<OwnServer> {
  const port = String(await freePort());
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "off",
    PORT: port,
    APP_URL: `http://localhost:${port}`,
    ...settings,
  };
  const server = spawn(process.execPath, ["server/serve.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = () => {
    server.kill("SIGTERM");
    return ended;
  };
  let said = "";
  return new Promise((done, fail) => {
    server.stderr.on("data", (text: Buffer) => {
      said += text.toString();
      const ready = /Accords is ready: (http:\S+)/.exec(said);
      if (ready?.[1]) done({ url: ready[1], said: () => said, stop });
    });
    server.once("exit", (code) => fail(new Error(`The server ended with code ${code}: ${said}`)));
  });
}
