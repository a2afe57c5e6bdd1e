/** The OpenAPI 3.1 document, built from the table of routes and the schemas of the wire. */

import { frozen } from "./answers.ts";
import { type ApiRoute, apiBase, apiRoutes, otherForms } from "./api-routes.ts";
import { foresightAnswer } from "./foresight.ts";
import { shareInput } from "./frozen-view.ts";
import { type JsonSchema, namedSchemas, toSchema } from "./openapi-schemas.ts";
import {
  closedResponses,
  documentedWrites,
  schemasOf,
  securitySchemes,
  writeOperation,
} from "./openapi-writes.ts";
import { everyRow, type Vocabulary } from "./view.ts";
import { viewWordDocs, type WordDoc } from "./view-word-docs.ts";
import { conflictProblem, problem } from "./wire.ts";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description: string;
  schema: JsonSchema;
  example?: string;
}

export interface MediaTypes {
  [type: string]: { schema: JsonSchema };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  /** Absent: anyone may. */
  security?: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: MediaTypes };
  responses: Record<string, { description: string; content?: MediaTypes; headers?: Record<string, unknown> }>;
}

export type Method = "get" | "post" | "patch" | "put" | "delete";
export type Operations = Partial<Record<Method, Operation>>;

export interface OpenApiDocument {
  openapi: "3.1.0";
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  paths: Record<string, Operations>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: typeof securitySchemes };
}

/** Names of records that exist, to fill the addresses of examples with. */
export interface Samples {
  slug: string;
  code: string;
  framework: string;
}

interface Source {
  /** The public address, without a slash at its end. */
  server: string;
  vocabulary: Vocabulary;
  samples: Samples;
}

const placeholders: Record<string, { sample?: keyof Samples; description: string }> = {
  "/agreements/{slug}": { sample: "slug", description: "The agreement's name in its address." },
  "/countries/{code}": { sample: "code", description: "ISO 3166-1 alpha-2 code, or EU or XK, in any case." },
  "/frameworks/{slug}": { sample: "framework", description: "The framework's name in its address." },
  "/shares/{hash}": { description: "The hash of the frozen view, or at least 22 digits of its beginning." },
};

/** The names in braces, each with what fills it. */
function pathParameters(path: string, samples: Samples): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const known = Object.entries(placeholders).find(([start]) => path.startsWith(start))?.[1];
    return {
      name,
      in: "path",
      required: true,
      description: known?.description ?? name,
      schema: { type: "string" },
      ...(known?.sample ? { example: samples[known.sample] } : {}),
    };
  });
}

/** An example's address with the names of records that exist. */
export const fillExample = (example: string, samples: Samples): string =>
  example
    .replace("/frameworks/{slug}", `/frameworks/${samples.framework}`)
    .replace("{slug}", samples.slug)
    .replace("{code}", samples.code.toLowerCase());

const queryParameter = (name: string, { description, schema }: WordDoc): Parameter => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

/** All schemas at once, so that each named one is made once. What is sent gives way where a name is the same. */
function allSchemas() {
  const answers = Object.fromEntries(Object.entries(apiRoutes).map(([key, { answer }]) => [key, answer]));
  const output = namedSchemas(
    { ...answers, ...schemasOf("answer"), problem, conflictProblem, foresightAnswer },
    "output",
  );
  const input = namedSchemas(schemasOf("body"), "input");
  const named = new Map([...input.named, ...output.named]);
  return {
    answers: output.of,
    bodies: input.of,
    named: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const json = (schema: JsonSchema): MediaTypes => ({ "application/json": { schema } });
const refused = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

function responsesOf(route: Pick<ApiRoute, "path" | "probe">, content: MediaTypes): Operation["responses"] {
  if (route.probe) return { 200: { description: "Yes.", content }, 503: refused("No; the detail says why.") };
  const etag = { ETag: { description: "Send it as If-None-Match.", schema: { type: "string" } } };
  return {
    200: { description: "The answer.", content, headers: etag },
    304: { description: "What you hold is still the answer." },
    400: refused("A word or value cannot be read; `errors` names each with what is allowed."),
    ...(route.path.includes("{") ? { 404: refused("There is no such record.") } : {}),
  };
}

/** Anyone may freeze a view: it adds nothing to the record. */
const freezing: Operation = {
  operationId: "freezeView",
  summary: "Freeze a view",
  description:
    "Keeps the view at `path` as it is now: rows, clocks, rule and sources, as canonical JSON under its SHA-256. The same view has the same hash. Role: anyone; some dozens an hour.",
  parameters: [],
  requestBody: { required: true, content: json(toSchema(shareInput, "input")) },
  responses: {
    201: { description: "Frozen, now or before.", content: json(toSchema(frozen, "output")) },
    400: refused("The body cannot be read; `errors` names each field."),
    422: refused("There is no view at this path, or it holds too much to freeze."),
    429: refused("Too many requests; `Retry-After` says how long to wait."),
  },
};

type Documented = ApiRoute & { takesAll?: true };

/** The whole document. */
export function openApiOf({ server, vocabulary, samples }: Source): OpenApiDocument {
  const { answers, bodies, named } = allSchemas();
  const words = viewWordDocs(vocabulary);
  const everyRowToo = { ...words.limit, schema: { anyOf: [words.limit.schema, { const: everyRow }] } };
  const operation = (route: Omit<Documented, "answer">, content: MediaTypes): Operation => ({
    operationId: route.id,
    summary: route.summary,
    description: route.description,
    parameters: [
      ...pathParameters(route.path, samples),
      ...Object.entries(route.own).map(([name, own]) => {
        const { description = "", ...schema } = toSchema(own, "input");
        return queryParameter(name, { description, schema });
      }),
      ...route.view.map((word) =>
        queryParameter(word, word === "limit" && route.takesAll ? everyRowToo : words[word]),
      ),
    ],
    ...(route.only ? { security: [{ token: [] }, { session: [] }] } : {}),
    responses: { ...responsesOf(route, content), ...(route.only ? closedResponses(route) : {}) },
  });
  const paths: Record<string, Operations> = {};
  const put = (path: string, method: Method, made: Operation) => {
    paths[path] = { ...paths[path], [method]: made };
  };
  for (const [key, route] of Object.entries<ApiRoute>(apiRoutes))
    put(`${apiBase}${route.path}`, "get", operation(route, json(answers[key] ?? {})));
  for (const { like, contentType, answer, ...form } of otherForms) {
    const isJson = contentType === "application/json";
    const schema = answer ? toSchema(answer, "output") : isJson ? (answers[like] ?? {}) : { type: "string" };
    put(form.path, "get", operation({ ...apiRoutes[like], ...form }, { [contentType]: { schema } }));
  }
  put(`${apiBase}/shares`, "post", freezing);
  for (const [key, route] of Object.entries(documentedWrites)) {
    const parts = { body: bodies[key] ?? {}, answer: answers[key] ?? {} };
    const made = writeOperation(route, { ...parts, pathParameters: (path) => pathParameters(path, samples) });
    put(`${apiBase}${route.path}`, route.method.toLowerCase() as Method, made);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Accords",
      version: "1",
      description:
        "Bilateral agreements: where each stands, since when, on what evidence, and what comes next. Reading needs no key; writing needs the token or the session of a user.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: server }],
    paths,
    components: { schemas: named, securitySchemes },
  };
}
