/** Which agreements each form of a view shows, read from the bytes of its answer, in the order of the form. */
import { inflateRawSync } from "node:zlib";

/** The rows of the table of `/agreements`. */
export function rowsOfPage(html: string): string[] {
  // The data of the figure above is a table too; the rows of the view are in the last one.
  const body = html.split("<tbody").at(-1)?.split("</tbody>")[0] ?? "";
  return body.split("<tr").flatMap((row) => /href="\/agreements\/([a-z0-9-]+)/.exec(row)?.[1] ?? []);
}

export const rowsOfCsv = (csv: string): string[] =>
  csv
    .trim()
    .split("\r\n")
    .slice(1)
    .flatMap((line) => line.split('"')[1] ?? []);

/** The agreements whose acts a calendar holds, each once. */
export function agreementsOfCalendar(ics: string): string[] {
  const unfolded = ics.replaceAll("\r\n ", "");
  const named = [...unfolded.matchAll(/^URL:\S*\/agreements\/([a-z0-9-]+)#/gm)].map(([, slug = ""]) => slug);
  return [...new Set(named)];
}

/** The agreements whose changes a feed tells, each once. */
export const agreementsOfFeed = (atom: string): string[] => [
  ...new Set([...atom.matchAll(/\/agreements\/([a-z0-9-]+)\/history/g)].map(([, slug = ""]) => slug)),
];

/** The lanes of the page `/timeline`: their agreements and names. */
export const lanesOfPage = (html: string): { slug: string; name: string }[] =>
  [
    ...html.matchAll(
      /<li class="lane-row[^"]*" id="lane-([a-z0-9-]+)">.*?<span class="vh">(.*?)\. [^<]*<\/span>/g,
    ),
  ].map(([, slug = "", name = ""]) => ({ slug, name }));

/** The names of the lanes of a picture: text in its first column. */
export const namesOfPicture = (svg: string): string[] =>
  [...svg.matchAll(/<text x="32" y="[\d.]+" [^>]*font-size="13" font-weight="500"[^>]*>([^<]*)</g)].map(
    ([, name = ""]) => name,
  );

/** A file in a zip, by its central directory (PKWARE's appnote, 4.3.12). */
function fileIn(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf("PK\u0005\u0006");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const here = zip.toString("utf8", at + 46, at + 46 + (nameBytes ?? 0));
    if (here === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
    }
    at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (noteBytes ?? 0);
  }
  throw new Error(`There is no ${name} in the file.`);
}

/** The first column of the first sheet, below its head. */
export const rowsOfWorkbook = (file: Buffer): string[] =>
  fileIn(file, "xl/worksheets/sheet1.xml")
    .split("<row ")
    .slice(2)
    .flatMap((row) => /^r="\d+"><c r="A\d+" t="inlineStr"><is><t[^>]*>([^<]*)</.exec(row)?.[1] ?? []);
