/** What `npm run user` does. It writes through the same commands as the desk, so it may run beside the server. */
import { text } from "node:stream/consumers";
import { addUser } from "#db/commands/add-user.ts";
import { changeRole } from "#db/commands/change-role.ts";
import { invite } from "#db/commands/issue-link.ts";
import { issueToken } from "#db/commands/issue-token.ts";
import { setDisabled } from "#db/commands/set-disabled.ts";
import type { Database } from "#db/database.ts";
import { openDatabase } from "#db/open-database.ts";
import { hashPassword } from "#db/password.ts";
import { type ListedUser, listUsers, userByEmail } from "#db/queries/people.ts";
import { DomainError } from "#domain/errors.ts";
import { paths } from "#domain/paths.ts";
import { operator } from "#domain/permission.ts";
import { checkPassword, readEmail } from "#domain/person.ts";
import { readEnvironment } from "./environment.js";
import { prepare } from "./prepare-database.ts";
import { root } from "./run.js";
import { exitCodeOf, readUserCommand, type UserCommand, usage } from "./user-words.ts";

/** Answers with the exit code: 0, 1 for what was refused, 2 for words that were not understood. */
export async function runUserCommand(args: readonly string[]): Promise<number> {
  try {
    const command = readUserCommand(args);
    const environment = readEnvironment(process.env, root);
    await prepare(environment.databaseUrl);
    const db = openDatabase(environment.databaseUrl);
    try {
      for (const line of await run(db, command, environment.appUrl)) console.log(line);
    } finally {
      await db.close();
    }
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === null || !(error instanceof Error)) throw error;
    console.error(error.message);
    if (code === 2) console.error(`\n${usage}`);
    return code;
  }
}

/** Answers with the lines for stdout; what is not an answer goes to stderr. */
async function run(db: Database, command: UserCommand, appUrl: string): Promise<string[]> {
  const now = new Date().toISOString();
  switch (command.verb) {
    case "list":
      return lines(await listUsers(db, now));
    case "add":
      return add(db, command, appUrl, now);
    case "role": {
      const { id } = await find(db, command.email);
      await changeRole(db, operator, { id, role: command.role }, now);
      return [`${command.email} has the role ${command.role} from now on.`];
    }
    case "disable":
    case "enable": {
      const { id } = await find(db, command.email);
      const disabled = command.verb === "disable";
      await setDisabled(db, operator, { id, disabled }, now);
      return [`${command.email} ${disabled ? "has no access from now on" : "has access again"}.`];
    }
    case "token": {
      const { id } = await find(db, command.email);
      const { token, expiresAt } = await issueToken(db, operator, id, now);
      console.error(`A token for ${command.email}, good until ${expiresAt.slice(0, 10)}. It is shown once.`);
      return [token];
    }
  }
}

async function add(
  db: Database,
  { email, role, name, hasPassword }: Extract<UserCommand, { verb: "add" }>,
  appUrl: string,
  now: string,
): Promise<string[]> {
  const passwordHash = hasPassword ? await readPassword(readEmail(email)) : undefined;
  const { id } = await addUser(db, operator, { email, role, name, passwordHash }, now);
  const added = `Added ${email} with the role ${role}.`;
  if (hasPassword) return [added];
  const token = await invite(db, operator, id, now);
  return [
    `${added} With this link, good for three days, they choose a password:`,
    appUrl + paths.welcome(token),
  ];
}

/** One line, as a password manager or `echo` pipes it. Throws `rule-broken` for one that is too easy. */
async function readPassword(email: string): Promise<string> {
  if (process.stdin.isTTY) console.error("Type the password, then Enter and Ctrl-D.");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  checkPassword(password, email);
  return hashPassword(password);
}

async function find(db: Database, email: string) {
  const user = await userByEmail(db, email);
  if (!user) throw new DomainError("not-found", `There is no user with the e-mail address ${email}.`);
  return user;
}

const access = ({ disabled, hasPassword }: ListedUser): string => {
  if (disabled) return "disabled";
  return hasPassword ? "active" : "invited";
};

function lines(users: readonly ListedUser[]): string[] {
  const rows = users.map((user) => [user.email, user.role, access(user), user.name]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
