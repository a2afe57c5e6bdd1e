/** Serves a built Accords until it is told to stop. `npm start` ends here. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
// biome-ignore lint/style/noRestrictedImports: the one inline script of ours; the policy of pages must know its text.
import { headScript } from "#components/head-script.ts";
import { heldColumns } from "#db/columns/held.ts";
import { createLog, gather, type Log, routeNames } from "./access-log.ts";
import { logConsole, textOf } from "./console-log.ts";
import { asVariables, type Environment, EnvironmentError, readEnvironment } from "./environment.js";
import { tellFirstAdmin } from "./first-admin.ts";
import { createFrontServer, type FrontServer } from "./front-server.ts";
import { listAhead } from "./list-ahead.ts";
import { databaseOfProcess } from "./process-database.ts";
import { trustOf } from "./request-headers.ts";

const root = join(import.meta.dirname, "..");

try {
  await serve(readEnvironment(process.env, root));
} catch (error) {
  // Written by hand: the console is the log by now, and Next catches what is thrown and goes on doing nothing.
  const isSentence = error instanceof EnvironmentError;
  process.stderr.write(
    `${isSentence ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

async function serve(environment: Environment) {
  process.umask(0o077);
  // The app reads these; here they have been checked and made absolute.
  Object.assign(process.env, asVariables(environment));

  // Whoever read the log may go away; the server goes on without.
  process.stdout.on("error", () => {});
  const lines = gather((text) => process.stdout.write(text));
  const log = createLog(environment.logLevel, lines.add);
  logConsole(log);

  const database = databaseOfProcess(environment.databaseUrl);
  // Next adds an upgrade listener to the server it knows: it is given one that never listens.
  const app = next({ dev: false, dir: root, port: environment.port, httpServer: createServer() });
  await app.prepare();

  const front = createFrontServer({
    handle: app.getRequestHandler(),
    log,
    routes: routeNames(manifest("routes-manifest"), manifest("app-path-routes-manifest")),
    trusts: trustOf(environment.trustedProxies),
    isHttps: environment.appUrl.startsWith("https:"),
    fixedScripts: new Set([headScript]),
    revision: () => database.revision(),
    ahead: listAhead(database),
  });
  process.on("exit", lines.flush);
  logFaults(log);
  // A large record takes seconds to be read into memory: begun now, and not by the first reader. What goes wrong with
  // it goes wrong for every request too, and is told there.
  heldColumns(database).catch(() => undefined);
  stopOnSignal(front, log, () => app.close());
  listen(front, environment, log);
}

/** What Next's build says of itself. */
function manifest(name: string) {
  return JSON.parse(readFileSync(join(root, `.next/${name}.json`), "utf8"));
}

function listen({ server }: FrontServer, environment: Environment, log: Log) {
  const { port, appUrl } = environment;
  server.once("error", (error: NodeJS.ErrnoException) => {
    process.stderr.write(`${sentenceOf(error, port)}\n`);
    process.exit(1);
  });
  server.listen(port, process.env.HOST || undefined, async () => {
    log({ lvl: "info", msg: "listening", port, appUrl });
    process.stderr.write(`Accords is ready: http://localhost:${port}\n`);
    await tellFirstAdmin(environment);
  });
}

function sentenceOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES") {
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
  }
  return `The server cannot listen on port ${port}: ${error.message}`;
}

/** Ctrl-C reaches a program twice under npm, so a second signal is not an order to hurry. */
function stopOnSignal({ drain }: FrontServer, log: Log, close: () => Promise<void>) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log({ lvl: "info", msg: "stopping" });
    const clean = await drain();
    await Promise.race([close(), new Promise((done) => setTimeout(done, 1_000))]);
    log({ lvl: clean ? "info" : "error", msg: clean ? "stopped" : "stopped, requests were cut" });
    process.exit(clean ? 0 : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

/**
 * An exception that nobody caught leaves the process in a state nobody knows: it ends. A promise that nobody
 * waited for is mostly a reader who went away, and each write is one transaction: it is logged.
 */
function logFaults(log: Log) {
  const report = (msg: string, fault: unknown) => log({ lvl: "error", msg, error: textOf(fault) });
  process.on("unhandledRejection", (reason) => report("unhandled rejection", reason));
  process.on("uncaughtException", (error) => {
    report("uncaught exception", error);
    process.exit(1);
  });
}
