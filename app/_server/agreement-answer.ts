/** The JSON of one agreement, the same for the API and the page's twin. */
import { agreementAt } from "#db/queries/agreement.ts";
import { type Answer, asJson, notFound } from "./endpoint.ts";
import type { Resolved } from "./view.ts";

/**
 * The answer carries the revision as its ETag (contract.md, section 2). Flags follow the calendar without a new
 * revision, so `Last-Modified` is never older than today's first instant when the day is not fixed by the address.
 */
export async function agreementAnswer({ db, view, clocks, today }: Resolved, slug: string): Promise<Answer> {
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  const dayBegan = `${today}T00:00:00.000Z`;
  const drifts = view.on === null && agreement.changedAt < dayBegan;
  return {
    ...asJson({ data: agreement, clock: clocks }),
    etag: `"r${agreement.revision}"`,
    lastModified: drifts ? dayBegan : agreement.changedAt,
  };
}
