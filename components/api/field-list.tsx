import type { JsonSchema } from "#domain/openapi-schemas.ts";
import { SchemaType } from "./schema-type.tsx";

export interface Field {
  name: string;
  schema: JsonSchema;
  description?: string;
  /** An id to link to. */
  id?: string;
  /** Shown behind the type, such as a default. */
  note?: string;
}

/** The one object inside a schema that is written in place: itself, an item of a list, or what may also be null. */
function innerObject(schema: JsonSchema): JsonSchema | null {
  if (schema.properties) return schema;
  if (schema.items) return innerObject(schema.items);
  return schema.anyOf?.find((one) => one.properties) ?? null;
}

/** The fields of an object; those of objects written inside it follow under a dotted name. */
export function fieldsOf(schema: JsonSchema, above = ""): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = innerObject(field);
    const own: Field = {
      name: `${above}${name}`,
      schema: field,
      ...(field.description ? { description: field.description } : {}),
    };
    return [own, ...(inner ? fieldsOf(inner, `${above}${name}.`) : [])];
  });
}

/** Names with their types and what they mean. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className="fields">
      {fields.map(({ name, schema, description, id, note }) => (
        <div key={name} {...(id ? { id } : {})}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd className="type">
            <SchemaType schema={schema} />
            {note ? <span className="muted"> {note}</span> : null}
          </dd>
          {description ? <dd className="meaning">{description}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
