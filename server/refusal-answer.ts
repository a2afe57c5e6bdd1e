/** How a refusal looks: problem+json to a program, a small page to a person. */
import { isForPrograms, type Refusal } from "./request-limits.ts";

export interface RefusalAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function refusalAnswer(refusal: Refusal, path: string, requestId: string): RefusalAnswer {
  const forPrograms = isForPrograms(path);
  const body = forPrograms ? problem(refusal, requestId) : page(refusal, requestId);
  return {
    status: refusal.status,
    body,
    headers: {
      "content-type": forPrograms ? "application/problem+json; charset=utf-8" : "text/html; charset=utf-8",
      "content-length": String(Buffer.byteLength(body)),
      "cache-control": "no-store",
      connection: "close",
      ...(forPrograms ? { "access-control-allow-origin": "*" } : {}),
      ...refusal.headers,
    },
  };
}

/** The shape of every problem of the API (RFC 9457), as in `domain/wire.ts`. */
function problem({ status, title, detail, about }: Refusal, requestId: string): string {
  const errors = [{ path: about, message: detail }];
  return JSON.stringify({ type: "about:blank", title, status, detail, errors, requestId });
}

/** Nothing of the request is repeated here but its id, which the server made or checked. */
function page({ status, title, detail }: Refusal, requestId: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Accords</title>
<h1>${title}</h1>
<p>${detail}</p>
<p><a href="/">Go to the overview</a></p>
<p><small>${status}, request ${requestId}</small></p>
</html>
`;
}
