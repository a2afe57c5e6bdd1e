/** How to cite a record: in words, and for the programs that keep references. Always with both clocks and the revision. */
import type { Instant } from "./clocks.ts";
import { type Day, dayInWords, dayOfInstant, partsOf } from "./day.ts";

export interface Citable {
  /** Names the entry where a program needs a key. */
  slug: string;
  title: string;
  /** Null for a view of many records. */
  revision: number | null;
  on: Day;
  known: Instant;
  /** The public address of this very version: both clocks are in it. */
  url: string;
  /** The day on which the reader saw it. */
  accessed: Day;
}

const publisher = "Accords";

const instantInWords = (known: Instant) =>
  `${dayInWords(dayOfInstant(known), "long")}, ${known.slice(11, 19)} UTC`;

/** `Revision 3, as of 14 May 2024, as known on 24 November 2026, 04:46:19 UTC`. */
const versionInWords = ({ revision, on, known }: Citable) =>
  `${revision === null ? "As" : `Revision ${revision}, as`} of ${dayInWords(on, "long")}, as known on ${instantInWords(known)}`;

/** A key that names the version, for programs that need one. */
const keyOf = ({ slug, revision, on }: Citable): string =>
  `${slug}-${revision === null ? on : `r${revision}`}`;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** A reference in running text. */
export const plainCitation = (record: Citable): string =>
  `${publisher}: “${oneLine(record.title)}”. ${versionInWords(record)}. ${record.url} (accessed ${dayInWords(record.accessed, "long")}).`;

const texEscapes: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const tex = (text: string) =>
  oneLine(text).replace(/[\\~^&%$#_{}]/g, (sign) => texEscapes[sign] ?? `\\${sign}`);

/** An entry for BibTeX. The title stands in a second pair of braces, so that its capitals stay. */
export const bibtexCitation = (record: Citable): string =>
  [
    `@misc{${keyOf(record)},`,
    `  author = {{${publisher}}},`,
    `  title = {{${tex(record.title)}}},`,
    `  year = {${partsOf(dayOfInstant(record.known)).year}},`,
    // Inside \url all signs of an address stand for themselves but the percent sign, which would open a comment.
    `  howpublished = {\\url{${record.url.replaceAll("%", "\\%")}}},`,
    `  note = {${tex(versionInWords(record))}},`,
    `  urldate = {${record.accessed}}`,
    "}",
  ].join("\n");

/** An entry for RIS, as EndNote, Zotero and Mendeley read it. */
export const risCitation = (record: Citable): string =>
  [
    ["TY", "ELEC"],
    ["ID", keyOf(record)],
    ["AU", publisher],
    ["TI", oneLine(record.title)],
    ["PB", publisher],
    ["PY", String(partsOf(dayOfInstant(record.known)).year)],
    ["DA", dayOfInstant(record.known).replaceAll("-", "/")],
    ...(record.revision === null ? [] : [["ET", `Revision ${record.revision}`]]),
    ["N1", versionInWords(record)],
    ["UR", record.url],
    ["Y2", record.accessed.replaceAll("-", "/")],
    ["ER", ""],
  ]
    .map(([tag, value]) => `${tag}  - ${value}`)
    .join("\n");

const dateParts = (day: Day) => {
  const { year, month, day: dom } = partsOf(day);
  return { "date-parts": [[year, month, dom]] };
};

/** An item of CSL-JSON, as citation processors read it. */
export const cslCitation = (record: Citable): string =>
  JSON.stringify(
    [
      {
        id: keyOf(record),
        type: "webpage",
        title: oneLine(record.title),
        author: [{ literal: publisher }],
        "container-title": publisher,
        ...(record.revision === null ? {} : { version: `Revision ${record.revision}` }),
        issued: dateParts(dayOfInstant(record.known)),
        accessed: dateParts(record.accessed),
        note: versionInWords(record),
        URL: record.url,
      },
    ],
    null,
    2,
  );

/** Every style, in the order in which they are offered. */
export const citationStyles = [
  { id: "plain", label: "Plain text", write: plainCitation },
  { id: "bibtex", label: "BibTeX", write: bibtexCitation },
  { id: "ris", label: "RIS", write: risCitation },
  { id: "csl", label: "CSL-JSON", write: cslCitation },
] as const;
