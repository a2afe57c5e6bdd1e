/** Requests to write, as a program sends them. */

export interface Sent {
  status: number;
  etag: string | null;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answers; each test says what it expects of it.
  body: any;
}

export interface Call {
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Sends one request; a body that is no text is sent as JSON. */
export async function send(
  url: string,
  method: string,
  { token, headers = {}, body }: Call = {},
): Promise<Sent> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: answer.status,
    etag: answer.headers.get("etag"),
    headers: answer.headers,
    text,
    body: isJson ? JSON.parse(text) : null,
  };
}

/** A sourced act that happened; its note tells it from all others. */
export const actOf = (note: string, day = "2025-03-04") => ({
  kind: "statement",
  actor: "both",
  date: day,
  certainty: "done",
  note,
  citations: [{ url: "https://example.org/statement", publishedOn: "2025-03-05" }],
});
