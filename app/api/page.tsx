import type { Metadata } from "next";
import { ApiBasics } from "#components/api/api-basics.tsx";
import { ApiContents } from "#components/api/api-contents.tsx";
import { ErrorReference, ShapeReference, WordReference } from "#components/api/api-reference.tsx";
import { RouteSection } from "#components/api/route-section.tsx";
import { WritingBasics } from "#components/api/writing-basics.tsx";
import { AsOfControl } from "#components/as-of-control.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { dayInWords } from "#domain/day.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { viewWords } from "#domain/view.ts";
import { viewWordDocs } from "#domain/view-word-docs.ts";
import { apiGuide } from "../_server/api-guide.ts";
import { headOf } from "../_server/head.ts";
import { resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  return headOf(resolved, {
    title: "API",
    description:
      "Every view of the record as JSON or CSV, as of any day: routes, query words, answers and examples that run against the live record.",
    href: () => paths.apiDocs(),
  });
}

/** `/api`: the documentation of the API, made from its OpenAPI document. */
export default async function ApiPage({ searchParams }: PageProps) {
  const resolved = await resolvePage(searchParams);
  const { clocks, today, problems, vocabulary } = resolved;
  const { document, routes, writes, forms } = await apiGuide(resolved);
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">API, version 1</p>
          <h1>The record, for programs</h1>
          <p className="deck">
            Every view of this site is also an address that answers with JSON or CSV: the same rows, the same
            filters, as of any day. This page is made from{" "}
            <a className="link" href={apiPaths.openapi()}>
              the OpenAPI 3.1 document
            </a>
            , and its examples run against the record as it stood on <b>{dayInWords(clocks.on)}</b>.
          </p>
        </div>
        <AsOfControl on={clocks.on} today={today} address={paths.apiDocs()} />
      </div>
      <div className="api">
        <ApiContents
          routes={routes.map(({ path, operation }) => ({ path, id: operation.operationId }))}
          writes={writes.map(({ path, method, operation }) => ({ path, method, id: operation.operationId }))}
        />
        <div>
          <section id="basics">
            <h2>Basics</h2>
            <ApiBasics />
          </section>
          <section id="routes" className="section">
            <h2>Routes</h2>
            {routes.map((route) => (
              <RouteSection key={route.path} {...route} shared={viewWords} />
            ))}
          </section>
          <section id="writing" className="section">
            <h2>Writing</h2>
            <WritingBasics />
            {writes.map((route) => (
              <RouteSection key={route.operation.operationId} {...route} shared={viewWords} />
            ))}
          </section>
          <section id="forms" className="section">
            <h2>Beside the pages</h2>
            <p className="prose">
              The address of a page with an extension is the same view in another form: put <code>.json</code>{" "}
              or <code>.csv</code> before the question mark.
            </p>
            {forms.map((form) => (
              <RouteSection key={form.path} {...form} shared={viewWords} />
            ))}
          </section>
          <section id="words" className="section">
            <h2>Query words</h2>
            <p className="prose">
              The same on every page, export and list. A word that takes a list is repeated: values of one
              word are alternatives, different words must all hold.
            </p>
            <WordReference words={viewWordDocs(vocabulary)} />
          </section>
          <section id="errors" className="section">
            <h2>Errors</h2>
            <p className="prose">
              <code>application/problem+json</code> (RFC 9457), in the shape{" "}
              <a href="#shape-Problem">Problem</a>. Each carries the <code>requestId</code> that is also in
              the header <code>X-Request-Id</code>.
            </p>
            <ErrorReference />
          </section>
          <section id="shapes" className="section">
            <h2>Shapes</h2>
            <ShapeReference schemas={document.components.schemas} />
          </section>
        </div>
      </div>
    </>
  );
}
