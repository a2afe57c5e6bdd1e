import { describe, expect, test } from "vitest";
import { sitemapOf } from "./sitemap.ts";

const pages = Array.from({ length: 5 }, (_, number) => ({ url: `https://example.org/${number}?a=1&b=2` }));
const addressOf = (part: number) => `https://example.org/sitemap.xml?part=${part}`;
const locsOf = (xml: string | null) =>
  [...(xml ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url?.replaceAll("&amp;", "&"));

describe("a sitemap", () => {
  test("is one file while it may hold every page", () => {
    const whole = sitemapOf(pages, null, addressOf, 5);
    expect(whole).toContain("<urlset");
    expect(locsOf(whole)).toEqual(pages.map(({ url }) => url));
    expect(sitemapOf(pages, 1, addressOf, 5)).toBe(whole);
  });

  test("of more pages is an index of parts, which together name each page once", () => {
    const index = sitemapOf(pages, null, addressOf, 2);
    expect(index).toContain("<sitemapindex");
    expect(locsOf(index)).toEqual([1, 2, 3].map(addressOf));
    const parts = [1, 2, 3].flatMap((part) => locsOf(sitemapOf(pages, part, addressOf, 2)));
    expect(parts).toEqual(pages.map(({ url }) => url));
    expect(sitemapOf(pages, 4, addressOf, 2)).toBeNull();
    expect(sitemapOf(pages, 0, addressOf, 2)).toBeNull();
  });

  test("says on which day a page last changed", () => {
    const changed = [{ url: "https://example.org/", changedAt: "2026-11-24T10:00:00.000Z" }];
    expect(sitemapOf(changed, null, addressOf)).toContain("<lastmod>2026-11-24</lastmod>");
    expect(sitemapOf([], null, addressOf)).toContain("<urlset");
  });
});
