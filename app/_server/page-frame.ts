/** What pages of a record share: moved addresses, and lanes for the rows that they list. */
import { permanentRedirect } from "next/navigation";
import { type LanePath, lanePaths } from "#db/queries/timeline.ts";
import type { Row } from "#domain/wire.ts";
import type { Resolved } from "./view.ts";

export type PageWords = Record<string, string | string[] | undefined>;

/** Sends a reader to the one form of an address (308), with the query as it came. */
export function moveTo(path: string, words: PageWords): never {
  const pairs = Object.entries(words).flatMap(([word, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [word, one]),
  );
  const query = new URLSearchParams(pairs).toString();
  permanentRedirect(query === "" ? path : `${path}?${query}`);
}

/** A segment of an address as it was typed; what is no text stays as it came. */
export function typedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The whole path of each row, to the end of what is known. */
export const lanesOf = (
  { db, clocks, today }: Resolved,
  rows: readonly Row[],
): Promise<Map<string, LanePath>> =>
  lanePaths(
    db,
    rows.map(({ slug }) => slug),
    { on: today, known: clocks.known },
  );

/** The first value of a word of the address. */
export const oneWord = (value: string | string[] | undefined): string | undefined => [value].flat()[0];
