/**
 * JSON as it may be sent to us: what `JSON.parse` lets through and two programs could read in two ways is refused.
 * (RFC 8259, section 4, names that are not unique; RFC 7493, I-JSON.)
 */
import { DomainError } from "./errors.ts";

const deepest = 32;
const heirlooms = new Set(["__proto__", "constructor", "prototype"]);

const malformed = (path: string, message: string): DomainError =>
  new DomainError("malformed", message, { errors: [{ path, message }] });

/** Walks the marks of the text: how deep it goes, and names that an object has twice. Valid JSON is not needed. */
function scan(text: string): void {
  const open: (Set<string> | null)[] = [];
  const marks = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs;
  for (const [mark, colon] of text.matchAll(marks)) {
    if (mark === "{" || mark === "[") {
      open.push(mark === "{" ? new Set() : null);
      if (open.length > deepest) throw malformed("", `The body is nested more than ${deepest} levels deep.`);
    } else if (mark === "}" || mark === "]") {
      open.pop();
    } else if (colon !== undefined) {
      const name = nameOf(mark.slice(0, -colon.length));
      const names = open.at(-1);
      if (names?.has(name)) throw malformed(shorten(name), `“${shorten(name)}” is given twice.`);
      names?.add(name);
    }
  }
}

/** A name as it is meant: `"a"` and its spelling with escapes are one. */
function nameOf(literal: string): string {
  try {
    return JSON.parse(literal);
  } catch {
    return literal;
  }
}

const shorten = (text: string): string => [...text].slice(0, 60).join("").toWellFormed();

/** Refuses values that cannot be written back as they came. */
function inspect(value: unknown, path: string): void {
  if (typeof value === "string" && !value.isWellFormed())
    throw malformed(path, "The text holds half a character.");
  if (typeof value === "number" && !Number.isFinite(value)) throw malformed(path, "The number is too large.");
  if (value === null || typeof value !== "object") return;
  for (const [name, member] of Object.entries(value)) {
    if (heirlooms.has(name) || !name.isWellFormed())
      throw malformed(shorten(name), `“${shorten(name)}” is no name here.`);
    inspect(
      member,
      Array.isArray(value) ? `${path}[${name}]` : path === "" ? shorten(name) : `${path}.${shorten(name)}`,
    );
  }
}

/** The value in the text; throws `malformed`. */
export function readJson(text: string): unknown {
  scan(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("", "The body is not JSON.");
  }
  inspect(value, "");
  return value;
}
