/**
 * What a form's POST answers: where to go on, or the page of the form with what is wrong, as the whole answer with its
 * true status. Next cannot render a page inside a route, so the server asks itself for it.
 */
import { request as ask } from "node:http";
import type { FormOutcome } from "#components/form-outcome.ts";
import { DomainError, errorCodes } from "#domain/errors.ts";
import { database } from "./database.ts";
import { pageTelling } from "./outcome.ts";

const noStore = { "cache-control": "private, no-store" };

/** Sent by a page of another site, whatever it wants. */
export const fromElsewhere = (): DomainError =>
  new DomainError("forbidden", "This form was sent from another site. Nothing was done; send it from here.");

/** The page of the form with what the command refused. Throws what nobody foresaw. */
export function refuseForm(
  request: Request,
  page: string,
  error: unknown,
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  if (!(error instanceof DomainError)) throw error;
  const [first] = error.errors;
  const { retryAfter } = error;
  return answerWithPage(request, {
    page,
    status: errorCodes[error.code].status,
    outcome: { problem: { message: first?.message ?? error.message, path: first?.path ?? null }, typed },
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  });
}

/** Goes on to another page of this site. */
export const goTo = (path: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { ...noStore, location: path, ...(cookie === undefined ? {} : { "set-cookie": cookie }) },
  });

const base = (): string => `http://${process.env.HOST || "127.0.0.1"}:${process.env.PORT ?? "3000"}`;

interface Refused {
  /** The page of the form. */
  page: string;
  outcome: FormOutcome;
  status: number;
  headers?: Record<string, string>;
}

/** The page of the form as who sent it sees it. Where the server cannot ask itself, the browser is sent there. */
export async function answerWithPage(
  request: Request,
  { page, outcome, status, headers = {} }: Refused,
): Promise<Response> {
  const path = await pageTelling(await database(), page, outcome);
  try {
    const { body, contentType } = await pageAt(path, request.headers.get("cookie") ?? "");
    return new Response(body, { status, headers: { ...noStore, "content-type": contentType, ...headers } });
  } catch {
    return goTo(path);
  }
}

/** Not by `fetch`, which Next has replaced with one that keeps copies. */
function pageAt(path: string, cookie: string): Promise<{ body: string; contentType: string }> {
  return new Promise((done, fail) => {
    const asked = ask(
      `${base()}${path}`,
      { headers: { accept: "text/html", cookie }, timeout: 10_000 },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("error", fail);
        answer.once("end", () => {
          // Anything else is no page: it leads elsewhere or failed.
          if (![200, 403, 410].includes(answer.statusCode ?? 0)) {
            return fail(new Error(`The page answered ${answer.statusCode}.`));
          }
          done({
            body: Buffer.concat(parts).toString("utf8"),
            contentType: answer.headers["content-type"] ?? "text/html; charset=utf-8",
          });
        });
      },
    );
    asked.once("timeout", () => asked.destroy(new Error("The page took too long.")));
    asked.once("error", fail);
    asked.end();
  });
}
