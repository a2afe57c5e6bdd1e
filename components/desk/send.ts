/** The one way from the desk to the API: what was sent, and the four things that can come of it. */
import { writePaths } from "#domain/paths.ts";
import type { Problem } from "#domain/wire.ts";

export interface WriteRequest {
  method: "POST" | "PATCH" | "PUT" | "DELETE";
  path: string;
  body: Record<string, unknown>;
  /** The revision that the writer saw; null where the route asks for none. */
  revision: number | null;
}

/** What an API problem may say beyond RFC 9457: the guard that was broken, or both sides of a conflict. */
export interface DeskProblem extends Problem {
  guard?: string;
  base?: Record<string, unknown>;
  theirs?: Record<string, unknown>;
  yours?: Record<string, unknown>;
  conflicts?: string[];
  revision?: number;
}

export type Sent<T = unknown> =
  | { outcome: "done"; value: T; revision: number | null }
  | { outcome: "refused"; problem: DeskProblem }
  | { outcome: "signed-out" }
  | { outcome: "offline" };

const etagOf = (revision: number): string => `"r${revision}"`;

/** The revision in an ETag such as `"r12"`. */
export function revisionIn(etag: string | null): number | null {
  const found = /^"r(\d+)"$/.exec(etag ?? "");
  return found ? Number(found[1]) : null;
}

/** The same request as a proposal: an editor decides about it. */
export function asProposal({ method, path, body, revision }: WriteRequest): WriteRequest {
  const { reason = null } = body;
  return {
    method: "POST",
    path: writePaths.proposals(),
    body: { method, path, body, reason, ...(revision === null ? {} : { ifMatch: etagOf(revision) }) },
    revision: null,
  };
}

/** What stands in for a problem when the answer is none of the API's own, such as a proxy's page. */
const strange = (status: number): DeskProblem => ({
  type: "about:blank",
  title: "The server gave an answer that we do not understand",
  status,
  detail: `The server answered ${status}. Nothing was saved; try again.`,
  errors: [],
  requestId: "",
});

async function read<T>(answer: Response): Promise<Sent<T>> {
  if (answer.status === 401) return { outcome: "signed-out" };
  const text = await answer.text();
  let value: unknown = null;
  try {
    value = text === "" ? null : JSON.parse(text);
  } catch {
    return { outcome: "refused", problem: strange(answer.status) };
  }
  if (answer.ok)
    return { outcome: "done", value: value as T, revision: revisionIn(answer.headers.get("etag")) };
  const problem = value as DeskProblem | null;
  return { outcome: "refused", problem: problem?.detail ? problem : strange(answer.status) };
}

/**
 * Sends a write. `key` makes a repeated attempt the same write (Idempotency-Key); `preflight` asks what would change
 * and changes nothing.
 */
export async function send<T = unknown>(
  request: WriteRequest,
  { key, preflight = false, signal }: { key?: string; preflight?: boolean; signal?: AbortSignal } = {},
): Promise<Sent<T>> {
  const { method, path, body, revision } = request;
  const headers = new Headers();
  if (method !== "DELETE") headers.set("content-type", "application/json");
  if (revision !== null) headers.set("if-match", etagOf(revision));
  if (key !== undefined) headers.set("idempotency-key", key);
  try {
    const answer = await fetch(preflight ? `${path}?preflight=true` : path, {
      method,
      headers,
      ...(method === "DELETE" ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    return await read<T>(answer);
  } catch (error) {
    if (signal?.aborted) throw error;
    return { outcome: "offline" };
  }
}

/** Reads JSON; throws with the API's own sentence, so that a query shows it and tries again. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(path, {
    headers: { accept: "application/json" },
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`, { cause: answer.status });
  return (await answer.json()) as T;
}
