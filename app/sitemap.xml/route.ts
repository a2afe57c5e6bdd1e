import { z } from "zod";
import { allAddresses } from "#db/queries/agreements.ts";
import { listCountries } from "#db/queries/countries.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { paths } from "#domain/paths.ts";
import { sitemapOf } from "#domain/sitemap.ts";
import { notFound, reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { onSite } from "../_server/site.ts";

const part = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, "the number of a part, from 1")
  .transform(Number);

/** `GET /sitemap.xml`: every page that stands for something, in its one form; of very many pages, an index of parts. */
export const GET = reading(
  async ({ db, clocks }, _params, own) => {
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
      ...frameworks.map(({ slug }) => paths.framework(slug)),
      ...countries.map(({ code }) => paths.country(code)),
    ];
    const body = sitemapOf(
      [
        ...pages.map((path) => ({ url: onSite(path) })),
        ...agreements.map(({ slug, changedAt }) => ({ url: onSite(paths.agreement(slug)), changedAt })),
      ],
      own.part ?? null,
      (number) => onSite(paths.sitemap(number)),
    );
    if (body === null) throw notFound("part of the sitemap", String(own.part));
    return { contentType: "application/xml; charset=utf-8", body };
  },
  { view: [], own: { part } },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
