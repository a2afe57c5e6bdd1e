import type { Operation } from "#domain/openapi.ts";
import { FieldList } from "./field-list.tsx";
import { JsonSample } from "./json-sample.tsx";
import { SchemaType } from "./schema-type.tsx";

interface RouteSectionProps {
  path: string;
  operation: Operation;
  /** Query words that every view has; they are described once, below. */
  shared: readonly string[];
  /** Addresses that run against the record as it stands. */
  examples: readonly string[];
  /** What the first of them answers, shortened. */
  sample: string | null;
}

/** One route: what it reads, what it answers, and addresses to try. */
export function RouteSection({ path, operation, shared, examples, sample }: RouteSectionProps) {
  const { operationId, summary, description, parameters, responses } = operation;
  const own = parameters.filter(({ name }) => !shared.includes(name));
  const common = parameters.filter(({ name }) => shared.includes(name));
  const [type, content] = Object.entries(responses["200"]?.content ?? {})[0] ?? ["", null];
  return (
    <section className="route" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>{summary}</h3>
      <p className="address">
        <span className="method">GET</span> <code>{path}</code>
      </p>
      <p className="prose">{description}</p>
      {own.length > 0 ? <FieldList fields={own} /> : null}
      <dl className="route-facts">
        {common.length > 0 ? (
          <div>
            <dt>Query words</dt>
            <dd className="words">
              {common.map(({ name }) => (
                <a key={name} href={`#word-${name}`}>
                  <code>{name}</code>
                </a>
              ))}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Answers</dt>
          <dd>{type === "application/json" && content ? <SchemaType schema={content.schema} /> : type}</dd>
        </div>
        <div>
          <dt>Try it</dt>
          <dd className="examples">
            {examples.map((address) => (
              <a key={address} className="link" href={address}>
                {address}
              </a>
            ))}
          </dd>
        </div>
      </dl>
      {sample === null ? null : (
        <details className="answer">
          <summary>What it answers now, shortened</summary>
          <JsonSample text={sample} label={`Answer of ${examples[0] ?? path}`} />
        </details>
      )}
    </section>
  );
}
