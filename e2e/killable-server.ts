/** A server with a record of its own that can be killed and started again, for tests of what stays. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addUsers, makeOwnDatabase } from "./bare-server.ts";
import { freePort } from "./free-port.js";
import type { TestUser, UserName } from "./people.ts";

export interface KillableServer {
  url: string;
  databaseUrl: string;
  users: Record<UserName, TestUser>;
  /** Ends the process at once, as a power cut would. */
  kill: () => Promise<void>;
  /** Starts it again on the same port; answers with the milliseconds until it was ready. */
  restart: () => Promise<number>;
  /** Ends it in good order. */
  stop: () => Promise<void>;
  remove: () => void;
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
  const databaseUrl = makeOwnDatabase(folder);
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    LOG_LEVEL: "off",
    DATABASE_URL: databaseUrl,
    PORT: port,
    APP_URL: url,
  };
  const users = addUsers(databaseUrl);
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
    databaseUrl,
    users,
    kill: () => end("SIGKILL"),
    restart,
    stop: () => end("SIGTERM"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
