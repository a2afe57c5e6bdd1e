/** The OpenAPI 3.1 document, built from the table of routes and the schemas of the wire. */
import { z } from "zod";
import { type ApiRoute, apiBase, apiRoutes, otherForms } from "./api-routes.ts";
import type { Vocabulary } from "./view.ts";
import { viewWordDocs, type WordDoc } from "./view-word-docs.ts";
import { problem } from "./wire.ts";

/** A JSON Schema of draft 2020-12, as far as the document uses it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema;
  enum?: readonly unknown[];
  const?: unknown;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: JsonSchema;
  example?: string;
}

interface MediaTypes {
  [type: string]: { schema: JsonSchema };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  responses: Record<string, { description: string; content?: MediaTypes; headers?: Record<string, unknown> }>;
}

export interface OpenApiDocument {
  openapi: "3.1.0";
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, JsonSchema> };
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

const placeholders: Record<string, { sample: keyof Samples; description: string }> = {
  "/agreements/{slug}": { sample: "slug", description: "The agreement's name in its address." },
  "/countries/{code}": { sample: "code", description: "ISO 3166-1 alpha-2 code, or EU or XK, in any case." },
  "/frameworks/{slug}": { sample: "framework", description: "The framework's name in its address." },
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
      ...(known ? { example: samples[known.sample] } : {}),
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

const toSchema = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
  const made = z.toJSONSchema(schema, {
    io,
    // A later version may add fields: a client must not refuse them.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const { $schema: _dialect, ...rest } = made;
  return JSON.parse(JSON.stringify(rest).replaceAll("#/$defs/", "#/components/schemas/"));
};

/** All answers at once, so that each named schema is made once. */
function answerSchemas(): { of: Record<string, JsonSchema>; named: Record<string, JsonSchema> } {
  const routes = Object.entries(apiRoutes);
  const all = z.object({
    ...Object.fromEntries(routes.map(([key, { answer }]) => [key, answer])),
    problem,
  });
  const { properties = {}, $defs = {} } = toSchema(all, "output");
  const named = Object.entries($defs as Record<string, JsonSchema>).map(
    ([name, { id: _id, ...schema }]): [string, JsonSchema] => [name, schema],
  );
  return { of: properties, named: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))) };
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

/** The whole document. */
export function openApiOf({ server, vocabulary, samples }: Source): OpenApiDocument {
  const { of, named } = answerSchemas();
  const words = viewWordDocs(vocabulary);
  const operation = (route: Omit<ApiRoute, "answer">, content: MediaTypes): Operation => ({
    operationId: route.id,
    summary: route.summary,
    description: route.description,
    parameters: [
      ...pathParameters(route.path, samples),
      ...Object.entries(route.own).map(([name, own]) => {
        const { description = "", ...schema } = toSchema(own, "input");
        return queryParameter(name, { description, schema });
      }),
      ...route.view.map((word) => queryParameter(word, words[word])),
    ],
    responses: responsesOf(route, content),
  });
  const routes = Object.entries(apiRoutes).map(([key, route]): [string, { get: Operation }] => [
    `${apiBase}${route.path}`,
    { get: operation(route, json(of[key] ?? {})) },
  ]);
  const forms = otherForms.map(({ like, contentType, ...form }): [string, { get: Operation }] => {
    const schema = contentType === "text/csv" ? { type: "string" } : (of[like] ?? {});
    return [form.path, { get: operation({ ...apiRoutes[like], ...form }, { [contentType]: { schema } }) }];
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Accords",
      version: "1",
      description:
        "Bilateral agreements: where each stands, since when, on what evidence, and what comes next. Reading needs no key.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries([...routes, ...forms]),
    components: { schemas: named },
  };
}
