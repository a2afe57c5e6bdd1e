import { dropDraft } from "#db/commands/drop-draft.ts";
import { putDraft } from "#db/commands/put-draft.ts";
import { draftOf, othersAt } from "#db/queries/drafts.ts";
import { DomainError } from "#domain/errors.ts";
import { type DraftAnswer, draftInput, draftSubject, slugOfSubject } from "#domain/wire-desk.ts";
import { admitWriter } from "../../../../_server/admission.ts";
import { database } from "../../../../_server/database.ts";
import { requestIdOf } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";
import { typedSegment } from "../../../../_server/page-frame.ts";
import { readingAs } from "../../../../_server/reading-as.ts";
import { actorOf } from "../../../../_server/session.ts";
import { isPreflight, readBody } from "../../../../_server/write-request.ts";
import { refusal } from "../../../../_server/writing.ts";

interface Params {
  subject: string;
}

/** Milliseconds for which somebody counts as writing after their draft was last kept. */
const writingFor = 120_000;

function subjectOf({ subject }: Params): string {
  const typed = typedSegment(subject);
  if (draftSubject.safeParse(typed).success) return typed;
  throw new DomainError("not-found", "There is no such draft. A subject reads like act:some-agreement.");
}

/** `GET /api/v1/drafts/{subject}`: one's own draft, or null, and who else is writing about the same agreement. */
export const GET = readingAs<Params>(
  "propose",
  {},
  async ({ db, caller, params, now }): Promise<DraftAnswer> => {
    const subject = subjectOf(params);
    const since = new Date(Date.parse(now) - writingFor).toISOString();
    const about = { userId: caller.user.id, slug: slugOfSubject(subject), since };
    return { data: await draftOf(db, caller.user.id, subject), others: await othersAt(db, about) };
  },
);

/** A draft is no write of the record: it has no revision, no preflight and no key, and is simply overwritten. */
function changing(change: (request: Request, params: Params) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      return await change(request, await params);
    } catch (error) {
      return refusal(error, request);
    }
  };
}

async function writer(request: Request, now: string) {
  const caller = await admitWriter(request, "propose", now);
  return actorOf(caller, requestIdOf(request));
}

const unkept = { "cache-control": "no-store" };

/** `PUT /api/v1/drafts/{subject}`: keeps the form as it is. */
export const PUT = changing(async (request, params) => {
  const now = new Date().toISOString();
  const actor = await writer(request, now);
  const { body } = await readBody(request, draftInput);
  isPreflight(request);
  const draft = await putDraft(await database(), actor, { subject: subjectOf(params), body: body.body }, now);
  return Response.json({ data: draft, others: [] } satisfies DraftAnswer, { headers: unkept });
});

/** `DELETE /api/v1/drafts/{subject}`: drops it. */
export const DELETE = changing(async (request, params) => {
  const now = new Date().toISOString();
  const actor = await writer(request, now);
  await dropDraft(await database(), actor, { subject: subjectOf(params) }, now);
  return new Response(null, { status: 204, headers: unkept });
});
export const { OPTIONS, POST, PATCH } = methodsBeside("GET", "PUT", "DELETE");
