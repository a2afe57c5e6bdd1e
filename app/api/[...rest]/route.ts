import { DomainError } from "#domain/errors.ts";
import { problemResponse } from "../../_server/endpoint.ts";

/** Every address below `/api` that is no route. */
const nothing = (request: Request): Response =>
  problemResponse(
    new DomainError(
      "not-found",
      "There is no such route. Every route is listed at /api and in /api/v1/openapi.json.",
    ),
    request,
  );

export {
  nothing as DELETE,
  nothing as GET,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};
