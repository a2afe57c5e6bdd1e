/** The head of a page: a title and a description that are sentences about the view, and what a shared link shows. */
import type { Metadata } from "next";
import { paths } from "#domain/paths.ts";
import { type View, withView } from "#domain/view.ts";
import { embedOfPage } from "./oembed.ts";
import { onSite } from "./site.ts";
import { type Resolved, robotsOf } from "./view.ts";

interface Head {
  title: Metadata["title"];
  description: string;
  /** The address of the page with a view. */
  href: (view: View) => string;
  /** Other forms of the page, by their media type. */
  forms?: Record<string, string>;
}

const parts = (path: string): URL => new URL(path, "http://here.invalid");

/** Pages with rows of their own to draw; the others show the whole record. */
const drawn = /^\/(?:agreements|timeline|countries|(?:agreements|countries|pairs|frameworks)\/[^/]+)$/;

/** The share image of a page; both clocks are in its address, so that it is never newer than the page. */
function imageOf(href: Head["href"], { view, clocks }: Resolved): string {
  const pinned = withView(view, {
    on: clocks.on,
    known: clocks.known,
    cursor: null,
    limit: null,
    columns: null,
  });
  const { pathname, search } = parts(href(pinned));
  if (drawn.test(pathname)) return onSite(`/share-image${pathname}${search}`);
  return onSite(`/share-image${parts(paths.home(pinned)).search}`);
}

/** Metadata of a page as of its view. */
export function headOf(resolved: Resolved, { title, description, href, forms = {} }: Head): Metadata {
  const { view } = resolved;
  const robots = robotsOf(resolved);
  const url = onSite(href(view));
  const image = imageOf(href, resolved);
  const { pathname, search } = parts(href(view));
  const discovery = embedOfPage(pathname, search)
    ? { "application/json+oembed": onSite(`/oembed?url=${encodeURIComponent(url)}`) }
    : {};
  const absolute = Object.fromEntries(Object.entries(forms).map(([type, path]) => [type, onSite(path)]));
  const name = typeof title === "string" ? title : description;
  return {
    title: title ?? null,
    description,
    alternates: { canonical: url, types: { ...absolute, ...discovery } },
    openGraph: {
      type: "website",
      siteName: "Accords",
      title: name,
      description,
      url,
      images: [{ url: image, width: 1200, height: 630, alt: description }],
    },
    twitter: { card: "summary_large_image" },
    ...(robots ? { robots } : {}),
  };
}
