import { allAddresses } from "#db/queries/agreements.ts";
import { listCountries } from "#db/queries/countries.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { dayOfInstant } from "#domain/day.ts";
import { paths } from "#domain/paths.ts";
import { xmlElement, xmlText } from "#domain/xml.ts";
import { reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { onSite } from "../_server/site.ts";

/** The most addresses that one file may name (sitemaps.org). */
const most = 50_000;

const entry = (path: string, changedAt?: string): string =>
  xmlElement(
    "url",
    {},
    xmlElement("loc", {}, xmlText(onSite(path))),
    ...(changedAt === undefined ? [] : [xmlElement("lastmod", {}, dayOfInstant(changedAt))]),
  );

/** `GET /sitemap.xml`: every page that stands for something, in its one form. */
export const GET = reading(
  async ({ db, clocks }) => {
    const [agreements, countries, frameworks] = await Promise.all([
      allAddresses(db, clocks),
      listCountries(db, clocks),
      listFrameworks(db),
    ]);
    const pages = [
      paths.home(),
      paths.timeline(),
      paths.agreements(),
      paths.countries(),
      paths.frameworks(),
      paths.sources(),
      paths.changes(),
      paths.methodology(),
      paths.apiDocs(),
    ];
    const entries = [
      ...pages.map((path) => entry(path)),
      ...frameworks.map(({ slug }) => entry(paths.framework(slug))),
      ...countries.map(({ code }) => entry(paths.country(code))),
      ...agreements.map(({ slug, changedAt }) => entry(paths.agreement(slug), changedAt)),
    ].slice(0, most);
    return {
      contentType: "application/xml; charset=utf-8",
      body: `<?xml version="1.0" encoding="utf-8"?>\n${xmlElement("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...entries)}\n`,
    };
  },
  { view: [], own: {} },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
