/** JSON Schemas for the OpenAPI document, made of the schemas that the server checks with. */
import { z } from "zod";

/** A JSON Schema of draft 2020-12, as far as the document uses it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | false;
  enum?: readonly unknown[];
  const?: unknown;
  [keyword: string]: unknown;
}

/** The schema of what is sent (`input`) or answered (`output`). */
export function toSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // A later version may add fields: a client must not refuse them.
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const { $schema: _dialect, ...rest } = made;
  return JSON.parse(JSON.stringify(rest).replaceAll("#/$defs/", "#/components/schemas/"));
}

/** Many schemas at once, so that each one with a name is made once. */
export function namedSchemas(schemas: Readonly<Record<string, z.ZodType>>, io: "input" | "output") {
  const { properties = {}, $defs = {} } = toSchema(z.object({ ...schemas }), io);
  const named = Object.entries($defs as Record<string, JsonSchema>).map(
    ([name, { id: _id, ...schema }]): [string, JsonSchema] => [name, schema],
  );
  return { of: properties, named };
}
