/** What the documentation of the API shows of each route: its operation, its examples, and what they answer now. */
import { type ApiRoute, apiBase, apiRoutes, otherForms } from "#domain/api-routes.ts";
import {
  fillExample,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Samples,
} from "#domain/openapi.ts";
import { documentedWrites } from "#domain/openapi-writes.ts";
import { defaultView, writeView } from "#domain/view.ts";
import { apiDocument } from "./api-document.ts";
import { sampleOf } from "./api-samples.ts";
import type { Resolved } from "./view.ts";

export interface GuideEntry {
  path: string;
  method: Method;
  operation: Operation;
  examples: string[];
  sample: string | null;
}

/** The example's address with the clocks of this page, where the route reads them. */
function addressOf(example: string, samples: Samples, { view }: Resolved, words: ApiRoute["view"]): string {
  const filled = fillExample(example, samples);
  const clocks = writeView({ ...defaultView, on: view.on, known: view.known });
  if (clocks === "" || !words.includes("on")) return filled;
  return `${filled}${filled.includes("?") ? "&" : "?"}${clocks}`;
}

function operationAt(document: OpenApiDocument, path: string, method: Method = "get"): Operation {
  const found = document.paths[path]?.[method];
  if (!found) throw new RangeError(`The document has no ${method} ${path}.`);
  return found;
}

/** The document with its routes, and the forms beside the pages. */
export async function apiGuide(resolved: Resolved) {
  const { document, samples } = await apiDocument(resolved);
  const routes = Object.entries<ApiRoute>(apiRoutes).map(async ([key, route]): Promise<GuideEntry> => {
    const path = `${apiBase}${route.path}`;
    const examples = route.examples.map((one) =>
      addressOf(`${apiBase}${one}`, samples, resolved, route.view),
    );
    const names = { slug: key === "framework" ? samples.framework : samples.slug, code: samples.code };
    const sample = examples[0] ? await sampleOf(key, examples[0], names) : null;
    return { path, method: "get", operation: operationAt(document, path), examples, sample };
  });
  const forms = otherForms.map(({ path, like, own }): GuideEntry => {
    // An address that must be told which page it is about has no example that works without.
    const examples =
      Object.keys(own ?? {}).length === 0 ? [addressOf(path, samples, resolved, apiRoutes[like].view)] : [];
    return { path, method: "get", operation: operationAt(document, path), examples, sample: null };
  });
  const writes = Object.values(documentedWrites).map((route): GuideEntry => {
    const path = `${apiBase}${route.path}`;
    const method = route.method.toLowerCase() as Method;
    return { path, method, operation: operationAt(document, path, method), examples: [], sample: null };
  });
  const freezing = `${apiBase}/shares`;
  writes.push({
    path: freezing,
    method: "post",
    operation: operationAt(document, freezing, "post"),
    examples: [],
    sample: null,
  });
  return { document, routes: await Promise.all(routes), writes, forms };
}
