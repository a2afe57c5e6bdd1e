import type { Method, Operation } from "#domain/openapi.ts";
import { FieldList } from "./field-list.tsx";
import { JsonSample } from "./json-sample.tsx";
import { SchemaType } from "./schema-type.tsx";

interface RouteSectionProps {
  path: string;
  method: Method;
  operation: Operation;
  /** Query words that every view has; they are described once, below. */
  shared: readonly string[];
  /** Addresses that run against the record as it stands. */
  examples: readonly string[];
  /** What the first of them answers, shortened. */
  sample: string | null;
}

/** One route: what it reads, what it answers, and addresses to try. */
export function RouteSection({ path, method, operation, shared, examples, sample }: RouteSectionProps) {
  const { operationId, summary, description, parameters, responses, requestBody, security } = operation;
  const own = parameters.filter(({ name }) => !shared.includes(name));
  const common = parameters.filter(({ name }) => shared.includes(name));
  const [type, content] = Object.entries((responses["201"] ?? responses["200"])?.content ?? {})[0] ?? [
    "",
    null,
  ];
  return (
    <section className="route" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>{summary}</h3>
      <p className="address">
        <span className="method">{method.toUpperCase()}</span> <code>{path}</code>
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
        {requestBody ? (
          <div>
            <dt>Body</dt>
            <dd>
              <SchemaType schema={requestBody.content["application/json"]?.schema ?? {}} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Answers</dt>
          <dd>{type === "application/json" && content ? <SchemaType schema={content.schema} /> : type}</dd>
        </div>
        {security ? (
          <div>
            <dt>Needs</dt>
            <dd>
              <a href="#rights">a token or a session</a>
            </dd>
          </div>
        ) : null}
        {examples.length > 0 ? (
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
        ) : null}
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
