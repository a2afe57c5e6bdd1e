/** Errors of the domain: numbered by code, each with the HTTP status that the edge answers with (RFC 9457). */
import type { Problem } from "./wire.ts";

/** Every code with its status and title. */
export const errorCodes = {
  malformed: { status: 400, title: "The request cannot be read" },
  unauthorised: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Your role may not do this" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  conflict: { status: 409, title: "Somebody changed it meanwhile" },
  gone: { status: 410, title: "This was withdrawn" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media": { status: 415, title: "This form of body is not read here" },
  "rule-broken": { status: 422, title: "A rule is broken" },
  "precondition-required": { status: 428, title: "Say which revision you saw" },
  "too-many": { status: 429, title: "Too many requests" },
  fault: { status: 500, title: "Something failed on our side" },
  unavailable: { status: 503, title: "Not available for the moment" },
} as const;
export type ErrorCode = keyof typeof errorCodes;

interface ErrorDetails {
  /** What is wrong, field by field. */
  errors?: readonly { path: string; message: string }[];
  /** The rule that is broken. */
  guard?: string;
  /** Seconds after which it is worth another try. */
  retryAfter?: number;
  /** What a client needs to go on, such as both versions of a conflict; it stands beside the fields of a problem. */
  extra?: Readonly<Record<string, unknown>>;
}

/** Thrown where a request or a rule is broken; carries words that may be shown to anyone. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly { path: string; message: string }[];
  readonly guard: string | undefined;
  readonly retryAfter: number | undefined;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, detail: string, details: ErrorDetails = {}) {
    super(detail);
    this.name = "DomainError";
    this.code = code;
    this.errors = details.errors ?? [];
    this.guard = details.guard;
    this.retryAfter = details.retryAfter;
    this.extra = details.extra ?? {};
  }
}

/** The wire form of an error. */
export function toProblem(error: DomainError, requestId: string): Problem & { guard?: string } {
  const { status, title } = errorCodes[error.code];
  return {
    ...error.extra,
    type: `/methodology#problem-${error.code}`,
    title,
    status,
    detail: error.message,
    errors: [...error.errors],
    requestId,
    ...(error.guard === undefined ? {} : { guard: error.guard }),
  };
}
