/** Where a page of a list ended. Opaque to clients; it keeps the clocks, so that the pages of one list are one list. */
import type { z } from "zod";
import { type Instant, readInstant } from "./clocks.ts";
import { type Day, isDay } from "./day.ts";

export interface Cursor {
  /** The sort that it belongs to, as in the address. */
  sort: string;
  /** The address of the last row: where it lies in the list is known, because the clocks are. */
  slug: string;
  on: Day;
  known: Instant;
}

const toBase64Url = (text: string): string => {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

const fromBase64Url = (text: string): string => {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
};

export const writeCursor = ({ sort, slug, on, known }: Cursor): string =>
  toBase64Url(JSON.stringify([sort, slug, on, known]));

/** Half a surrogate pair or a control character is in no key of ours, and databases refuse some of them. */
const isPlain = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text);

/** The list in this text, or null when it is no cursor of ours. */
function unpack(text: string): readonly unknown[] | null {
  if (!/^[\w-]{1,2000}$/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(fromBase64Url(text));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** True for text that may be a cursor, of whichever list. */
export const isCursor = (text: string): boolean => unpack(text) !== null;

/** The cursor in this text, or null when it is none, or belongs to another sort. */
export function readCursor(text: string, sort: string): Cursor | null {
  const parsed = unpack(text);
  if (parsed?.length !== 4) return null;
  const [of, slug, on, known] = parsed;
  if (of !== sort || typeof slug !== "string" || typeof on !== "string" || typeof known !== "string")
    return null;
  if (!isPlain(slug)) return null;
  return isDay(on) && readInstant(known) === known ? { sort, slug, on, known } : null;
}

/** A place in a list that is no list of agreements: the name of the list and what it is ordered by. */
export const writePlace = (list: string, place: readonly (string | number)[]): string =>
  toBase64Url(JSON.stringify([list, ...place]));

/** The place in this text as `schema` has it, or null when it is none, or belongs to another list. */
export function readPlace<T>(text: string, list: string, schema: z.ZodType<T>): T | null {
  const parsed = unpack(text);
  return parsed?.[0] === list ? (schema.safeParse(parsed.slice(1)).data ?? null) : null;
}
