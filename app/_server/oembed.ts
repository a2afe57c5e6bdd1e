/** oEmbed 1.0: the embed that belongs to a page's address. */
import { embedPaths } from "#domain/paths.ts";
import { xmlElement } from "#domain/xml.ts";
import { malformed, notFound } from "./endpoint.ts";
import { onSite, siteUrl } from "./site.ts";

/** The embed of a page, or null for a page that has none. */
export function embedOfPage(path: string, query: string): string | null {
  const [, page, name, ...more] = path.split("/");
  if (more.length > 0) return null;
  if (page === "timeline" && name === undefined) return `${embedPaths.timeline()}${query}`;
  if (page === "agreements" && name !== undefined) return `${embedPaths.agreement(name)}${query}`;
  if (page === "s" && name !== undefined) return embedPaths.share(name);
  return null;
}

/** The code that somebody pastes into a page. */
export const embedCode = (src: string, title: string, height: number): string =>
  `${xmlElement("iframe", {
    src,
    title,
    width: "100%",
    height: String(height),
    style: "border:0",
    loading: "lazy",
  }).replace(/\/>$/, ">")}</iframe>`;

interface Most {
  maxwidth: number | undefined;
  maxheight: number | undefined;
}

/** The answer for a page's address. Throws `malformed` without one and `not-found` for one that has no embed. */
export function oembedOf(url: string | undefined, { maxwidth, maxheight }: Most) {
  if (url === undefined || !URL.canParse(url))
    throw malformed([{ word: "url", message: "The address of a page of this site." }]);
  const { origin, pathname, search } = new URL(url);
  const embed = origin === new URL(siteUrl()).origin ? embedOfPage(pathname, search) : null;
  if (embed === null) throw notFound("embed for the address", url);
  const width = Math.min(960, maxwidth ?? 960);
  const height = Math.min(pathname.startsWith("/agreements/") ? 220 : 1200, maxheight ?? 1200);
  const title = "Accords: where bilateral agreements stand";
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Accords",
    provider_url: siteUrl(),
    title,
    width,
    height,
    html: embedCode(onSite(embed), title, height),
  };
}
