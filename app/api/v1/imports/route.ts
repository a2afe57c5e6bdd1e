import { listImports } from "#db/queries/imports.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { importing } from "../../../_server/importing.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { readingAs } from "../../../_server/reading-as.ts";

/** `GET /api/v1/imports`: the latest imports. */
export const GET = readingAs("import", apiRoutes.imports.own, async ({ db }) => ({
  data: await listImports(db),
}));
/** `POST /api/v1/imports`: a dry run, or an import. */
export const POST = importing;
export const { OPTIONS, PUT, PATCH, DELETE } = methodsBeside("GET", "POST");
