/** Sends a whole answer in the form that one reader asked for. */
import type { ServerResponse } from "node:http";
import { isSameCopy } from "#domain/client-copy.ts";
import type { WholeAnswer } from "./kept-answers.ts";
import type { Form } from "./same-question.ts";

/** To a response to which nothing was written. A copy that is held already is not sent again. */
export async function sendAnswer(
  response: ServerResponse,
  { status, headers, body, packed, etag, lastModified }: WholeAnswer,
  form: Form,
): Promise<void> {
  const unchanged = isSameCopy(form, etag, lastModified);
  const sent = packed && form.takesGzip && !unchanged ? await packed() : body;
  if (response.destroyed) return;
  response.statusCode = unchanged ? 304 : status;
  for (const [name, value] of headers) {
    if (unchanged && name === "content-type") continue;
    response.setHeader(name, value);
  }
  if (unchanged) return void response.end();
  if (sent !== body) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", sent.length);
  if (form.isHead) response.end();
  else response.end(sent);
}
