/** The machine that figures were measured on, in words. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import BetterSqlite from "better-sqlite3";
import { root } from "../server/run.js";

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`${root}/node_modules/${name}/package.json`, "utf8")) as { version: string })
    .version;

function sqliteVersion(): string {
  const db = new BetterSqlite(":memory:");
  try {
    return String(db.prepare("select sqlite_version()").pluck().get());
  } finally {
    db.close();
  }
}

function commit(): string {
  try {
    const head = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: root,
      encoding: "utf8",
    }).trim();
    const isChanged = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }) !== "";
    return isChanged ? `${head} and what was not committed` : head;
  } catch {
    return "no repository";
  }
}

/** Lines of a list. To be asked before anything runs: the load is that of others. */
export function describeMachine(): string[] {
  const processors = cpus();
  return [
    `${processors.length} cores, ${processors[0]?.model.trim() ?? "unknown"}; ${Math.round(totalmem() / 2 ** 30)} GB of memory; ${type()} ${release()}`,
    `load of the machine before the run: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(", ")} (1, 5 and 15 minutes)`,
    `Node ${process.versions.node}, SQLite ${sqliteVersion()}, next ${versionOf("next")}, react ${versionOf("react")}, better-sqlite3 ${versionOf("better-sqlite3")}; Accords at ${commit()}`,
  ];
}
