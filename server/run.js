/** Runs the other programs that a command needs, and says in plain words what is going on. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Modules that were read once are kept compiled: programs start in four fifths of the time. Node knows when to renew them. */
export const compiled = join(root, "node_modules/.cache/node");

/** A step failed; the message says what to do. Whatever the step printed stands above it. */
export class StepError extends Error {
  /** @override */
  name = "StepError";
}

/** Steps go to stderr, so that stdout is the log and nothing else. @param {string} text */
export function say(text) {
  console.error(text);
}

/**
 * Runs a script with the Node that runs this one, in the root folder.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runNode(args, env) {
  return run(process.execPath, args, env);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {"inherit" | number} [output] where its stdout goes: to ours, or to this file descriptor
 * @returns {Promise<number>} the exit code
 */
export function run(program, args, env = {}, output) {
  const child = start(program, args, env, output);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

/**
 * Starts a program that ends, at the latest, when this one does.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {"inherit" | number} [output] where its stdout goes: to ours, or to this file descriptor
 */
export function start(program, args, env = {}, output = "inherit") {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", output, "inherit"],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const stop = () => void child.kill();
  process.once("exit", stop);
  child.once("exit", () => process.removeListener("exit", stop));
  return child;
}

/**
 * The end of every command: a failed step becomes its sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function runCommand(work) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => process.exit(130));
  }
  try {
    await work();
  } catch (error) {
    const isSentence = error instanceof Error && /^(StepError|EnvironmentError)$/.test(error.name);
    say(isSentence ? error.message : String(error instanceof Error ? error.stack : error));
    process.exit(1);
  }
}
