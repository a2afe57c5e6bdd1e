/** The data dictionary: every field of a wire schema with its type, allowed values, meaning and an example. */
import { z } from "zod";

export interface FieldEntry {
  name: string;
  type: string;
  allowed: string;
  meaning: string;
  example: string;
}

/** What we read of a JSON Schema. */
interface JsonField {
  type?: string;
  $ref?: string;
  enum?: unknown[];
  anyOf?: JsonField[];
  items?: JsonField;
  description?: string;
  examples?: unknown[];
  format?: string;
}

interface JsonObject {
  properties?: Record<string, JsonField>;
}

function typeOf(field: JsonField): string {
  if (field.anyOf) return field.anyOf.map(typeOf).join(" or ");
  if (field.$ref) return field.$ref.split("/").at(-1) ?? "object";
  if (field.type === "array") return `list of ${field.items ? typeOf(field.items) : "values"}`;
  return field.format ?? field.type ?? "value";
}

const allowedOf = ({ enum: values, anyOf, items }: JsonField): string => {
  if (values) return values.map(String).join(", ");
  if (anyOf)
    return anyOf
      .map(allowedOf)
      .filter((text) => text !== "")
      .join(", ");
  return items ? allowedOf(items) : "";
};

const firstOf = <K extends "description" | "examples">(field: JsonField, key: K): JsonField[K] | undefined =>
  field[key] ?? field.anyOf?.map((option) => option[key]).find((found) => found !== undefined);

/** The fields of an object schema, in its own order. */
export function fieldsOf(schema: z.ZodType): FieldEntry[] {
  const json = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }) as JsonObject & {
    $ref?: string;
    $defs?: Record<string, JsonObject>;
  };
  // A schema with an id stands under that id, and the document only points to it.
  const { properties = {} } = json.$defs?.[json.$ref?.split("/").at(-1) ?? ""] ?? json;
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field),
    allowed: allowedOf(field),
    meaning: firstOf(field, "description") ?? "",
    example: firstOf(field, "examples")?.map(String)[0] ?? "",
  }));
}
