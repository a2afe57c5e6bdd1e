/**
 * The typefaces of pictures. The rasteriser reads TrueType files and the packages bring WOFF ones (W3C, WOFF 1.0: the
 * same tables, each deflated), so they are unpacked once, into a folder of this process's own.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const files = [
  ...["400", "500", "600"].flatMap((weight) =>
    ["latin", "latin-ext", "cyrillic"].map(
      (script) => `ibm-plex-sans/files/ibm-plex-sans-${script}-${weight}-normal`,
    ),
  ),
  ...["latin", "latin-ext", "cyrillic"].map(
    (script) => `source-serif-4/files/source-serif-4-${script}-600-normal`,
  ),
];

/** One table of a WOFF file: where it lies, and how long it is packed and unpacked. */
interface Table {
  tag: number;
  offset: number;
  packed: number;
  length: number;
  checksum: number;
}

/** A WOFF file as the TrueType file that it was made from. */
export function sfntOfWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index): Table => {
    const at = 44 + index * 20;
    const word = (place: number) => woff.readUInt32BE(at + place);
    return { tag: word(0), offset: word(4), packed: word(8), length: word(12), checksum: word(16) };
  });
  const header = Buffer.alloc(12 + count * 16);
  const power = 2 ** Math.floor(Math.log2(count));
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  let end = header.length;
  const bodies = tables.map(({ tag, offset, packed, length, checksum }, index) => {
    const stored = woff.subarray(offset, offset + packed);
    const body = packed < length ? inflateSync(stored) : stored;
    [tag, checksum, end, length].forEach((value, place) => {
      header.writeUInt32BE(value, 12 + index * 16 + place * 4);
    });
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    body.copy(padded);
    end += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...bodies]);
}

const key = Symbol.for("accords.picture-fonts");

/** The paths of the unpacked files. The folder goes when the process does. */
export function pictureFonts(): string[] {
  const held = globalThis as { [key]?: string[] };
  if (held[key]) return held[key];
  const folder = mkdtempSync(join(tmpdir(), "accords-fonts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  held[key] = files.map((file, index) => {
    const path = join(folder, `${index}.ttf`);
    writeFileSync(
      path,
      sfntOfWoff(readFileSync(join(process.cwd(), "node_modules/@fontsource", `${file}.woff`))),
    );
    return path;
  });
  return held[key];
}
