/** Reads the words after `npm run user --`. */
import { parseArgs } from "node:util";
import { DomainError } from "#domain/errors.ts";
import { isUserRole, type UserRole, userRoles } from "#domain/permission.ts";

export const usage = `npm run user -- add EMAIL --role ROLE --password-stdin [--name NAME]
                        adds a user; without --password-stdin prints an invitation link
npm run user -- list    shows everybody
npm run user -- role EMAIL ROLE
npm run user -- disable EMAIL
npm run user -- enable EMAIL
npm run user -- token EMAIL
                        prints a new API token on the last line
ROLE is one of ${userRoles.join(", ")}.`;

/** The words cannot be understood; the message is a sentence for whoever typed them. */
export class UsageError extends Error {
  override name = "UsageError";
}

export type UserCommand =
  | { verb: "list" }
  | { verb: "add"; email: string; role: UserRole; name: string | undefined; hasPassword: boolean }
  | { verb: "role"; email: string; role: UserRole }
  | { verb: "disable" | "enable" | "token"; email: string };

/** How many words follow each verb: the e-mail address, and for `role` the role too where no `--role` says it. */
const verbs: Record<UserCommand["verb"], number> = {
  list: 0,
  add: 1,
  role: 2,
  disable: 1,
  enable: 1,
  token: 1,
};

const isVerb = (text: string): text is UserCommand["verb"] => Object.hasOwn(verbs, text);

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        role: { type: "string" },
        name: { type: "string" },
        "password-stdin": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readRole(text: string | undefined): UserRole {
  if (text === undefined) throw new UsageError(`Say which role: ${userRoles.join(", ")}.`);
  if (isUserRole(text)) return text;
  throw new UsageError(`“${text}” is no role of a user. It must be one of ${userRoles.join(", ")}.`);
}

/** Throws a UsageError. */
export function readUserCommand(args: readonly string[]): UserCommand {
  const { values, positionals } = readOptions(args);
  const [verb = "", ...words] = positionals;
  if (!isVerb(verb)) throw new UsageError(verb ? `“${verb}” is no command here.` : "Say what to do.");
  const { role, name, "password-stdin": hasPassword = false } = values;
  if (verb === "role" && role !== undefined) words.push(role);
  if (words.length > verbs[verb]) throw new UsageError(`“${words.at(-1)}” is one word too many.`);
  if (verb === "list") return { verb };
  const [email] = words;
  if (email === undefined) throw new UsageError("Say whose: the e-mail address is missing.");
  if (verb === "add") return { verb, email, role: readRole(role), name, hasPassword };
  if (verb === "role") return { verb, email, role: readRole(words[1]) };
  return { verb, email };
}

/** Whether an error is a sentence for the person, and which exit code it gets. */
export function exitCodeOf(error: unknown): number | null {
  if (error instanceof UsageError) return 2;
  return error instanceof DomainError ? 1 : null;
}
