/** What an engine says when it cannot store: the disk is full, broken or read-only, or somebody else holds the lock. */
import { DomainError } from "#domain/errors.ts";

/** The engine's code of an error, also where a library has wrapped it. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && code.startsWith("SQLITE_")) return code;
  }
  return "";
}

const broken = /^SQLITE_(?:FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM)/;
const busy = /^SQLITE_(?:BUSY|LOCKED)/;

/** The code of an error that says that the disk does not take what is written; null for any other. */
export function notStored(error: unknown): string | null {
  const code = codeOf(error);
  return broken.test(code) ? code : null;
}

/** True when another connection is writing: waiting helps. */
export const isBusy = (error: unknown): boolean => busy.test(codeOf(error));

/** The error that a client may be told; null when the fault does not lie with the storage. */
export function storageProblem(error: unknown): DomainError | null {
  if (notStored(error) !== null) {
    return new DomainError("unavailable", "The database cannot be used at the moment: nothing was saved.");
  }
  if (!isBusy(error)) return null;
  return new DomainError("unavailable", "The database is busy: nothing was saved. Try again.", {
    retryAfter: 1,
  });
}
