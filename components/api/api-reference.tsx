import { errorCodes } from "#domain/errors.ts";
import type { JsonSchema } from "#domain/openapi-schemas.ts";
import { type View, viewWords } from "#domain/view.ts";
import type { WordDoc } from "#domain/view-word-docs.ts";
import { FieldList, fieldsOf } from "./field-list.tsx";

/** Every word of a view, with its values. */
export function WordReference({ words }: { words: Record<keyof View, WordDoc> }) {
  return (
    <FieldList
      fields={viewWords.map((name) => {
        const { schema, description } = words[name];
        const note = "default" in schema ? { note: `left out: ${schema.default}` } : {};
        return { id: `word-${name}`, name, schema, description, ...note };
      })}
    />
  );
}

/** Every kind of error. */
export function ErrorReference() {
  return (
    <FieldList
      fields={Object.entries(errorCodes).map(([code, { status, title }]) => ({
        name: code,
        schema: { type: `status ${status}` },
        description: title,
      }))}
    />
  );
}

/** Every named shape with its fields. */
export function ShapeReference({ schemas }: { schemas: Readonly<Record<string, JsonSchema>> }) {
  return Object.entries(schemas).map(([name, schema]) => {
    const fields = fieldsOf(schema);
    return (
      <section key={name} className="shape" id={`shape-${name}`} aria-labelledby={`shape-${name}-title`}>
        <h3 id={`shape-${name}-title`}>{name}</h3>
        {schema.description ? <p className="prose">{schema.description}</p> : null}
        <FieldList fields={fields.length > 0 ? fields : [{ name: "value", schema }]} />
      </section>
    );
  });
}
