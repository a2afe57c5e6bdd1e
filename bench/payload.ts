/** Payload 3 on SQLite with the same rows, in production as Next serves it: installed and built when it is first used. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "#domain/wire.ts";
import { freePort } from "../e2e/free-port.js";
import { hashOf } from "../server/build.js";
import { root, run, runNode, StepError, say, start } from "../server/run.js";
import { answering } from "./answering.ts";
import { type Asked, type Letter, listQueries } from "./asked.ts";
import { fillPayload, tunePayload } from "./payload-file.ts";
import type { Listening, Turn } from "./rounds.ts";

const name = "bench/payload";
const folder = join(root, name);
const next = join(folder, "node_modules/next/dist/bin/next");
const toStderr = 2;

async function install(): Promise<void> {
  if (existsSync(join(folder, "node_modules/.package-lock.json"))) return;
  say("Installing Payload with npm ci; this takes about a minute.");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--prefix", name, "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await (npm?.endsWith(".js")
    ? run(process.execPath, [npm, ...args], {}, toStderr)
    : run("npm", args, {}, toStderr));
  if (code !== 0) throw new StepError("Payload could not be installed; npm says why above.");
}

async function build(env: Record<string, string>): Promise<void> {
  const stamp = join(folder, ".next/bench-sources");
  const hash = hashOf(folder, ["app", "payload.config.js", "next.config.js", "package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Building Payload.");
  const code = await run(
    process.execPath,
    [next, "build", folder],
    { ...env, NODE_ENV: "production" },
    toStderr,
  );
  if (code !== 0) throw new StepError("Payload could not be built; Next says why above.");
  writeFileSync(stamp, hash);
}

/** What Payload's own variables say; its secret signs sessions, and nobody signs in. */
const variables = (file: string) => ({
  PAYLOAD_DATABASE: `file:${file}`,
  PAYLOAD_SECRET: "nobody signs in here",
});

async function serve(file: string, port: number): Promise<Listening> {
  const args = [next, "start", folder, "--port", String(port), "--hostname", "127.0.0.1"];
  const child = start(process.execPath, args, { ...variables(file), NODE_ENV: "production" }, toStderr);
  await answering(`http://127.0.0.1:${port}/api/countries`, child);
  return { port, pids: child.pid === undefined ? [] : [child.pid] };
}

/** A list in the words of Payload's API. */
const pathOf =
  (more: Readonly<Record<string, string>>) =>
  ({ stage, signedTo }: { stage: string; signedTo: string }): string =>
    `/api/agreements?${new URLSearchParams({
      "where[stage][equals]": stage,
      "where[signedOn][less_than_equal]": signedTo,
      sort: "-signedOn",
      limit: "50",
      ...more,
    })}`;

export const payloadNames = {
  asGenerated: "list, as generated: depth 1, with its count of pages",
  tuned: "list, best tuned: index added, depth 0, no count",
} as const;

const asked = (name: string, today: string, more: Readonly<Record<string, string>>): Asked => ({
  letter: "d" satisfies Letter,
  kind: "cold",
  name,
  paths: listQueries(today).map(pathOf(more)),
});

/**
 * Two servers over the same rows, as generated and tuned. Throws a StepError where Payload cannot be had on this
 * machine. `workFolder` is for the files of this run.
 */
export async function startPayload(workFolder: string, rows: readonly Row[], today: string): Promise<Turn[]> {
  const [plain, tuned] = [join(workFolder, "payload.db"), join(workFolder, "payload-tuned.db")];
  await install();
  await build(variables(plain));
  if ((await runNode([join(folder, "make-tables.js")], variables(plain))) !== 0)
    throw new StepError("Payload could not make its tables; it says why above.");
  fillPayload(plain, rows);
  tunePayload(plain, tuned);
  return [
    {
      asked: asked(payloadNames.asGenerated, today, { depth: "1" }),
      server: await serve(plain, await freePort()),
    },
    {
      asked: asked(payloadNames.tuned, today, { depth: "0", pagination: "false" }),
      server: await serve(tuned, await freePort()),
    },
  ];
}
