/** Sitemaps (sitemaps.org, protocol 0.9): one file while it may hold every page, else an index and files of parts. */
import type { Instant } from "./clocks.ts";
import { dayOfInstant } from "./day.ts";
import { xmlElement, xmlText } from "./xml.ts";

/** The most addresses that one file may name; its bytes stay far below the 50 MB that it may have. */
export const mostAddresses = 50_000;

export interface SitePage {
  /** The whole address. */
  url: string;
  changedAt?: Instant;
}

const space = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
const file = (root: string) => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;

const entry = ({ url, changedAt }: SitePage): string =>
  xmlElement(
    "url",
    {},
    xmlElement("loc", {}, xmlText(url)),
    ...(changedAt === undefined ? [] : [xmlElement("lastmod", {}, dayOfInstant(changedAt))]),
  );

/**
 * The file at the site's one address (`part` null), or a part of it, counted from 1; null for a part that there is not.
 * `addressOf` is the whole address of a part.
 */
export function sitemapOf(
  pages: readonly SitePage[],
  part: number | null,
  addressOf: (part: number) => string,
  most = mostAddresses,
): string | null {
  const parts = Math.max(1, Math.ceil(pages.length / most));
  if (part === null && parts > 1)
    return file(
      xmlElement(
        "sitemapindex",
        space,
        ...Array.from({ length: parts }, (_, index) =>
          xmlElement("sitemap", {}, xmlElement("loc", {}, xmlText(addressOf(index + 1)))),
        ),
      ),
    );
  const number = part ?? 1;
  if (number < 1 || number > parts) return null;
  return file(xmlElement("urlset", space, ...pages.slice((number - 1) * most, number * most).map(entry)));
}
