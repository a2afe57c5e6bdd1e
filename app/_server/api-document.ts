/** The OpenAPI document of this server, and the records that its examples name. */
import { listAgreements } from "#db/queries/agreements.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { type OpenApiDocument, openApiOf, type Samples } from "#domain/openapi.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import type { Resolved } from "./view.ts";

/** The names of records that exist: those of the latest signature. */
async function samplesOf({ db, clocks }: Resolved): Promise<Samples> {
  const [{ rows }, frameworks] = await Promise.all([
    listAgreements(db, { filters: noFilters, sort: defaultSort, limit: 1, after: null }, clocks),
    listFrameworks(db),
  ]);
  const [row] = rows;
  return {
    slug: row?.slug ?? "some-agreement",
    code: row?.sides.at(-1)?.[0]?.code ?? "EU",
    framework: row?.framework ?? frameworks[0]?.slug ?? "some-framework",
  };
}

export async function apiDocument(
  resolved: Resolved,
): Promise<{ document: OpenApiDocument; samples: Samples }> {
  const samples = await samplesOf(resolved);
  // Checked and set by server/environment.js; `next dev` alone does without.
  const server = process.env.APP_URL ?? "/";
  return { document: openApiOf({ server, vocabulary: resolved.vocabulary, samples }), samples };
}
