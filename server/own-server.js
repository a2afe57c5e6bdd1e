/**
 * A server for one test that edits, so that no other test sees what it changes. Prints its address and its users as
 * one line of JSON, and serves until its stdin is closed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run.js";
import { startTestServer } from "./test-server.js";

await runCommand(async () => {
  const folder = mkdtempSync(join(tmpdir(), "accords-own-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { url, users, stop } = await startTestServer(folder);
  console.log(JSON.stringify({ url, users }));
  process.stdin.resume();
  await new Promise((done) => process.stdin.once("end", done));
  await stop();
});
