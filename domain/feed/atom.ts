/** Atom (RFC 4287): a feed of entries, newest first, each with an id that never changes. */
import type { Instant } from "../clocks.ts";
import { xmlElement, xmlText } from "../xml.ts";

export interface AtomEntry {
  /** An IRI that names the entry for ever. */
  id: string;
  title: string;
  updated: Instant;
  /** The address of what the entry speaks of. */
  href: string;
  author: string;
  /** What changed, as plain paragraphs. */
  lines: readonly string[];
  categories: readonly string[];
}

export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  /** When an entry was last added; for a feed without entries, when the record began. */
  updated: Instant;
  self: string;
  /** The page that the feed belongs to. */
  page: string;
  /** The address of the next, older page of entries (RFC 5005); null: none. */
  next: string | null;
  entries: readonly AtomEntry[];
}

export const atomType = "application/atom+xml; charset=utf-8";

const text = (tag: string, value: string): string => xmlElement(tag, {}, xmlText(value));

const entryOf = ({ id, title, updated, href, author, lines, categories }: AtomEntry): string =>
  xmlElement(
    "entry",
    {},
    text("id", id),
    text("title", title),
    text("updated", updated),
    text("published", updated),
    xmlElement("author", {}, text("name", author)),
    xmlElement("link", { rel: "alternate", type: "text/html", href }),
    ...categories.map((term) => xmlElement("category", { term })),
    xmlElement(
      "content",
      { type: "html" },
      // Escaped twice: once as HTML, and once more as the text of an element.
      xmlText(lines.map((line) => `<p>${xmlText(line)}</p>`).join("")),
    ),
  );

/** The whole document. */
export const writeAtom = ({ id, title, subtitle, updated, self, page, next, entries }: AtomFeed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${xmlElement(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
    text("id", id),
    text("title", title),
    text("subtitle", subtitle),
    text("updated", updated),
    xmlElement("author", {}, text("name", "Accords")),
    text("rights", "CC BY 4.0"),
    xmlElement("link", { rel: "self", type: "application/atom+xml", href: self }),
    xmlElement("link", { rel: "alternate", type: "text/html", href: page }),
    ...(next === null ? [] : [xmlElement("link", { rel: "next", type: "application/atom+xml", href: next })]),
    ...entries.map(entryOf),
  )}\n`;
