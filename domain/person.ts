/** What people type about themselves, and the limits of it. */
import { z } from "zod";
import { isCommonPassword } from "./common-passwords.ts";
import { DomainError } from "./errors.ts";

export const passwordLength = { least: 12, most: 200 } as const;

/** An e-mail address in the one form that is compared. Throws `rule-broken`. */
export function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length <= 254 && z.email().safeParse(email).success) return email;
  throw refused("email", "That is not an e-mail address.");
}

/** Throws `rule-broken` for a password that is too short, too long or among the first that anybody would try. */
export function checkPassword(password: string, email = ""): void {
  const { least, most } = passwordLength;
  const length = [...password].length;
  if (length < least) throw refused("password-short", `A password needs at least ${least} characters.`);
  if (length > most) throw refused("password-long", `A password may have ${most} characters at most.`);
  if (isCommonPassword(password) || (email !== "" && password.toLowerCase() === email)) {
    throw refused("password-common", "This password is one of the first that anybody would try.");
  }
}

/** A name to be shown to every reader. Throws `rule-broken`. */
export function readName(text: string): string {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  // Control characters, direction overrides and invisible ones could make one name look like another.
  if (/^.{1,80}$/u.test(name) && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u.test(name)) return name;
  throw refused("name", "A name has 1 to 80 characters, and none that is invisible.");
}

function refused(guard: string, message: string): DomainError {
  const path = guard.split("-")[0] ?? guard;
  return new DomainError("rule-broken", message, { guard, errors: [{ path, message }] });
}
