/** A server with a record of its own that can be killed and started again, for tests of what stays. */
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { UserRole } from "#domain/permission.ts";
import { freePort } from "./free-port.js";

export interface ServerUser {
  email: string;
  password: string;
  token: string;
}

export interface KillableServer {
  url: string;
  /** The database file. */
  path: string;
  users: Record<UserRole, ServerUser>;
  /** Ends the process at once, as a power cut would. */
  kill: () => Promise<void>;
  /** Starts it again on the same port; answers with the milliseconds until it was ready. */
  restart: () => Promise<number>;
  /** Ends it in good order. */
  stop: () => Promise<void>;
  remove: () => void;
}

const run = promisify(execFile);

async function addUser(role: UserRole, env: NodeJS.ProcessEnv): Promise<[UserRole, ServerUser]> {
  const email = `${role}@example.org`;
  const password = randomBytes(12).toString("base64url");
  const add = run(process.execPath, ["server/user.js", "add", email, "--role", role, "--password-stdin"], {
    env,
  });
  add.child.stdin?.end(`${password}\n`);
  await add;
  const { stdout } = await run(process.execPath, ["server/user.js", "token", email], { env });
  return [role, { email, password, token: stdout.trim().split("\n").at(-1) ?? "" }];
}

/** Waits until `/ready` answers 200. */
async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    const answer = await fetch(`${url}/api/v1/ready`, { signal: AbortSignal.timeout(1_000) }).catch(
      () => null,
    );
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 25));
  }
}

export async function killableServer(name: string): Promise<KillableServer> {
  const folder = mkdtempSync(join(tmpdir(), `accords-${name}-`));
  const path = join(folder, "own.db");
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "off",
    DATABASE_URL: `file:${path}`,
    PORT: port,
    APP_URL: url,
  };
  execFileSync(process.execPath, ["server/prepare.ts"], { env, stdio: "ignore" });
  const users = Object.fromEntries(
    await Promise.all((["contributor", "editor", "admin"] as const).map((role) => addUser(role, env))),
  ) as Record<UserRole, ServerUser>;
  let child: ChildProcess;
  const restart = async () => {
    const began = performance.now();
    child = spawn(process.execPath, ["server/serve.ts"], { env, stdio: "ignore" });
    await untilReady(url, child);
    return performance.now() - began;
  };
  const end = (signal: "SIGKILL" | "SIGTERM") =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill(signal);
    });
  await restart();
  return {
    url,
    path,
    users,
    kill: () => end("SIGKILL"),
    restart,
    stop: () => end("SIGTERM"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
