/** A server for tests that edit: with a database and users of its own, so that no other test sees what they change. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestUser, UserName } from "./people.ts";

export interface OwnServer {
  url: string;
  users: Record<UserName, TestUser>;
  /** Stops it and removes its database. */
  close: () => Promise<void>;
}

/** Starting takes a while: give `beforeAll` two minutes. */
export async function openOwnServer(): Promise<OwnServer> {
  const program = fileURLToPath(new URL("../server/own-server.js", import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const told = new Promise<string>((done) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      // The server's own log may come before the line that is ours.
      const line = text.split("\n").find((one) => one.startsWith('{"url":') && one.endsWith("}"));
      if (line !== undefined) done(line);
    });
  });
  const line = await Promise.race([told, ended.then((code) => `ended with code ${code}`)]);
  if (!line.startsWith("{")) throw new Error(`The server for this test ${line}.`);
  return {
    ...(JSON.parse(line) as Pick<OwnServer, "url" | "users">),
    async close() {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`The server for this test ended with code ${code}.`);
    },
  };
}
