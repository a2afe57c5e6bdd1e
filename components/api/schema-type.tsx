import type { ReactNode } from "react";
import type { JsonSchema } from "#domain/openapi-schemas.ts";

const nameOf = (ref: string) => ref.split("/").at(-1) ?? ref;

const parts = (nodes: ReactNode[], between: ReactNode) =>
  nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one type never move.
    <span key={index}>
      {index > 0 ? between : null}
      {node}
    </span>
  ));

/** What values a schema allows, in words; a named shape is a link to where it is described. */
export function SchemaType({ schema }: { schema: JsonSchema }): ReactNode {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return (
      <a className="link" href={`#shape-${name}`}>
        {name}
      </a>
    );
  }
  if (schema.anyOf)
    return parts(
      schema.anyOf.map((one) => <SchemaType key={JSON.stringify(one)} schema={one} />),
      " or ",
    );
  if (schema.enum)
    return parts(
      schema.enum.map((value) => <code key={String(value)}>{String(value)}</code>),
      " ",
    );
  if (schema.const !== undefined) return <code>{String(schema.const)}</code>;
  if (schema.items)
    return (
      <>
        list of <SchemaType schema={schema.items} />
      </>
    );
  if (schema.additionalProperties)
    return (
      <>
        <SchemaType schema={schema.additionalProperties} /> by name
      </>
    );
  const type = [schema.type].flat().join(" or ");
  return schema.format ? `${type}, ${schema.format}` : type || "anything";
}
