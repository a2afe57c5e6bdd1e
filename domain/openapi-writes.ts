/** The writing routes, and those that only some roles may read, as operations of the OpenAPI document. */
import type { z } from "zod";
import type { ApiRoute } from "./api-routes.ts";
import { type ApiWrite, apiWrites, proposalWrites } from "./api-writes.ts";
import { importWrites } from "./import/api.ts";
import type { MediaTypes, Operation, Parameter } from "./openapi.ts";
import { type JsonSchema, toSchema } from "./openapi-schemas.ts";
import { leastRoleFor } from "./permission.ts";

/** Every writing route that the document describes. */
export const documentedWrites: Readonly<Record<string, ApiWrite>> = {
  ...apiWrites,
  ...proposalWrites,
  ...importWrites,
};

/** Either of these says who asks. */
export const securitySchemes = {
  token: {
    type: "http",
    scheme: "bearer",
    description: "The API token of a user: `npm run user -- token EMAIL`.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-session",
    description: "The session of a browser; it counts only in requests from pages of this site.",
  },
} as const;

const header = (name: string, description: string, required: boolean, example: string): Parameter => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
  example,
});

const ifMatch = (required: boolean) =>
  header("If-Match", "The ETag of the agreement as you saw it.", required, '"r3"');
const idempotencyKey = header(
  "Idempotency-Key",
  "A name of your own for this request: the same request with the same key is done once, and answered alike for 72 hours.",
  false,
  "0f8a3c52",
);
const preflight: Parameter = {
  name: "preflight",
  in: "query",
  required: false,
  description: "Answers what would change, and changes nothing.",
  schema: { type: "boolean" },
};

const problem = (description: string, schema = "Problem") => ({
  description,
  content: { "application/problem+json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const refusedTo = {
  401: problem("Nobody that we know asks."),
  403: problem("The role may not do it, or the request comes from another site."),
};

function responsesOf(
  { path, revision, status, media }: ApiWrite,
  answer: JsonSchema,
): Operation["responses"] {
  const foreseen: JsonSchema = { $ref: "#/components/schemas/ForesightAnswer" };
  const content = (schema: JsonSchema): MediaTypes => ({ "application/json": { schema } });
  const headers = { ETag: { description: "The agreement's new revision.", schema: { type: "string" } } };
  const done =
    status === 200
      ? {
          200: {
            description: "Done; or with `preflight=true` what would change.",
            content: content({ anyOf: [answer, foreseen] }),
            headers,
          },
        }
      : {
          200: { description: "With `preflight=true`: what would change.", content: content(foreseen) },
          201: { description: "Done, and stored for good.", content: content(answer), headers },
        };
  return {
    ...done,
    400: problem("The body, the query or a header cannot be read; `errors` names each field."),
    ...refusedTo,
    ...(path.includes("{") ? { 404: problem("There is no such record.") } : {}),
    409: problem(
      "Somebody changed the same thing meanwhile: both versions, and where they collide.",
      "ConflictProblem",
    ),
    413: problem(
      media ? "The file is larger than 64 MiB, or has too many rows." : "The body is larger than 1 MiB.",
    ),
    415: problem(`The body is not ${(media ?? ["application/json"]).join(", ")}.`),
    422: problem("A rule is broken; `guard` names it."),
    ...(revision === "required" ? { 428: problem("`If-Match` is missing.") } : {}),
    429: problem("Too many requests; `Retry-After` says how long to wait."),
    503: problem("Nothing was saved; try again."),
  };
}

interface Parts {
  pathParameters: (path: string) => Parameter[];
  body: JsonSchema;
  answer: JsonSchema;
}

/** One writing route. */
export function writeOperation(route: ApiWrite, { pathParameters, body, answer }: Parts): Operation {
  return {
    operationId: route.id,
    summary: route.summary,
    description: `${route.description} Role: ${leastRoleFor(route.action)}.`,
    security: [{ token: [] }, { session: [] }],
    parameters: [
      ...pathParameters(route.path),
      ...(route.revision === "none" ? [] : [ifMatch(route.revision === "required")]),
      ...(route.method === "POST" ? [idempotencyKey] : []),
      ...Object.entries(route.own ?? {}).map(([name, word]): Parameter => {
        const { description = "", ...schema } = toSchema(word, "input");
        return { name, in: "query", required: false, description: String(description), schema };
      }),
      preflight,
    ],
    requestBody: {
      required: true,
      content: Object.fromEntries(
        (route.media ?? ["application/json"]).map((type) => [type, { schema: body }]),
      ),
    },
    responses: responsesOf(route, answer),
  };
}

/** What a route that only some may read answers to the others. */
export const closedResponses = (route: Pick<ApiRoute, "path">): Operation["responses"] => ({
  ...refusedTo,
  ...(route.path.includes("{")
    ? { 404: problem("There is no such record, or it is not yours to see.") }
    : {}),
});

/** The schemas of bodies and answers, by the route's name. */
export const schemasOf = (part: "body" | "answer"): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(documentedWrites).map(([name, route]) => [name, route[part]]));
