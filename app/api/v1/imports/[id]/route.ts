import { importAt } from "#db/queries/imports.ts";
import { apiRoutes } from "#domain/api-routes.ts";
import { notFound } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";
import { readingAs } from "../../../../_server/reading-as.ts";

/** `GET /api/v1/imports/{id}`: an import with the rows that wrote something. */
export const GET = readingAs<{ id: string }, typeof apiRoutes.import.own>(
  "import",
  apiRoutes.import.own,
  async ({ db, params: { id }, own }) => {
    const data = await importAt(db, id, own.from ?? 1);
    if (!data) throw notFound("import", id);
    return { data };
  },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
