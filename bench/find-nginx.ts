/** An nginx of this machine, or one from its Debian packages unpacked beside the benchmark's data: nothing is installed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "../server/run.js";
import { keep } from "./data.ts";

const unpacked = join(keep, "nginx");

const isRunning = (program: string): boolean => spawnSync(program, ["-v"], { stdio: "ignore" }).status === 0;

/** False where there is no apt, or it reaches no mirror. */
function unpack(): boolean {
  say("Fetching nginx as a Debian package, to be unpacked and not installed.");
  mkdirSync(unpacked, { recursive: true });
  const options = { cwd: unpacked, stdio: "ignore" } as const;
  if (spawnSync("apt-get", ["download", "nginx"], options).status !== 0) return false;
  const packages = readdirSync(unpacked).filter((name) => name.endsWith(".deb"));
  return packages.every((name) => spawnSync("dpkg", ["-x", name, "."], options).status === 0);
}

/** The path of the program; null where there is none to be had. */
export function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  const own = join(unpacked, "usr/sbin/nginx");
  const known = [...folders.map((folder) => join(folder, "nginx")), own].filter((path) => existsSync(path));
  const found = known.find(isRunning);
  if (found !== undefined) return found;
  return unpack() && isRunning(own) ? own : null;
}
