/** The users of the journeys, made as anybody makes users: with `npm run user`. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { root, StepError } from "./run.js";

/** @typedef {{ email: string, password: string, token: string, role: string }} TestUser */

const names = /** @type {const} */ (["contributor", "editor", "editor2", "admin"]);

/**
 * @param {Record<string, string>} env of the server
 * @returns {Promise<Record<string, TestUser>>} by name
 */
export async function addTestUsers(env) {
  const made = await Promise.all(names.map(async (name) => [name, await addTestUser(name, env)]));
  return Object.fromEntries(made);
}

/**
 * @param {typeof names[number]} name
 * @param {Record<string, string>} env
 * @returns {Promise<TestUser>}
 */
async function addTestUser(name, env) {
  const role = name.replace(/\d$/, "");
  const email = `${name}@example.org`;
  const password = randomBytes(12).toString("base64url");
  await user(["add", email, "--role", role, "--password-stdin"], env, `${password}\n`);
  const token = (await user(["token", email], env)).trim().split("\n").at(-1) ?? "";
  return { email, password, token, role };
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {string} [input]
 * @returns {Promise<string>} what it wrote to stdout
 */
function user(args, env, input = "") {
  const child = spawn(process.execPath, [join(root, "server/user.js"), ...args], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  child.stdin.end(input);
  let output = "";
  child.stdout.on("data", (part) => {
    output += part;
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done(output);
      else fail(new StepError(`npm run user -- ${args.join(" ")} ended with code ${code}.`));
    });
  });
}
