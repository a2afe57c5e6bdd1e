/** Pairs of sides; and the two countries in a pair's address: `lu-ua`, codes in lower case and in alphabetical order. */

export type PairReading =
  /** Codes in capitals and in order; `canonical` is the one form of the address. */
  | { is: "pair"; codes: readonly [string, string]; canonical: string }
  | { is: "same"; code: string }
  | { is: "unreadable" };

/** Reads one segment of an address. Whether the codes are countries is for the record to say. */
export function readPair(segment: string): PairReading {
  const [, first, second] = /^([a-z]{2})-([a-z]{2})$/.exec(segment.toLowerCase()) ?? [];
  if (first === undefined || second === undefined) return { is: "unreadable" };
  if (first === second) return { is: "same", code: first.toUpperCase() };
  const [a, b] = first < second ? [first, second] : [second, first];
  return { is: "pair", codes: [a.toUpperCase(), b.toUpperCase()], canonical: `${a}-${b}` };
}

/** Both sides as one word, the same whichever is first. */
export const pairKey = (sides: readonly (readonly string[])[]): string =>
  sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("|");
