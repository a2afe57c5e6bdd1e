/** What an engine says when it cannot store: disk full, broken or read-only, server gone, or somebody else at it. */
import { DomainError } from "#domain/errors.ts";

/** Codes of SQLite, of PostgreSQL (SQLSTATE) and of the network, by what they mean to whoever wrote. */
const codes = {
  broken:
    /^(?:SQLITE_(?:FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM).*|53[12]00|58...|XX...|25006|28...|3D000)$/,
  gone: /^(?:08...|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
  busy: /^(?:SQLITE_(?:BUSY|LOCKED).*|40001|40P01|55P03|53300|57014)$/,
  retry: /^(?:40001|40P01)$/,
  taken: /^(?:SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY)|23505)$/,
};

/** The driver of PostgreSQL tells some losses in words alone. */
const goneInWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The engine's code of an error, also where a library has wrapped it; empty where it has none. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && Object.values(codes).some((pattern) => pattern.test(code))) return code;
    if (goneInWords.test(at.message)) return "08006";
  }
  return "";
}

/** The code of an error that says that what is written cannot be stored at all; null for any other. */
export function notStored(error: unknown): string | null {
  const code = codeOf(error);
  return codes.broken.test(code) || codes.gone.test(code) ? code : null;
}

/** True when somebody else is writing: waiting helps. */
export const isBusy = (error: unknown): boolean => codes.busy.test(codeOf(error));

/** True when the server undid a transaction for the sake of another one: the same once more may go through. */
export const wantsRetry = (error: unknown): boolean => codes.retry.test(codeOf(error));

/** The error that a client may be told; null when the fault does not lie with the storage. */
export function storageProblem(error: unknown): DomainError | null {
  const code = codeOf(error);
  if (codes.broken.test(code))
    return new DomainError("unavailable", "The database cannot be used at the moment: nothing was saved.");
  if (codes.gone.test(code)) {
    return new DomainError(
      "unavailable",
      "The database cannot be reached at the moment. Look whether your change is there before you send it again.",
      { retryAfter: 5 },
    );
  }
  if (codes.busy.test(code)) {
    return new DomainError("unavailable", "The database is busy: nothing was saved. Try again.", {
      retryAfter: 1,
    });
  }
  if (codes.taken.test(code))
    return new DomainError("conflict", "Somebody recorded the same at the same moment: nothing was saved.");
  return null;
}
