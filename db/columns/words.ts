/** Words by their positions: each is kept once, and compared by where it stands among the others. */

export interface Words {
  list: string[];
  positionOf: Map<string, number>;
  /** Positions in the order of their words, for as many as were there when it was last asked for. */
  sorted: number[];
  /** The place of each position in `sorted`. */
  rank: Int32Array;
}

export const newWords = (): Words => ({
  list: [],
  positionOf: new Map(),
  sorted: [],
  rank: new Int32Array(0),
});

/** The position of a word, given to it at its first mention. */
export function positionOf(words: Words, word: string): number {
  const known = words.positionOf.get(word);
  if (known !== undefined) return known;
  words.positionOf.set(word, words.list.length);
  return words.list.push(word) - 1;
}

const comparing =
  ({ list }: Words) =>
  (a: number, b: number): number =>
    (list[a] ?? "") < (list[b] ?? "") ? -1 : 1;

/** Where the word at `position` belongs in `sorted`. */
function placeFor(words: Words, position: number): number {
  const compare = comparing(words);
  let [low, high] = [0, words.sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(words.sorted[middle] ?? 0, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More new words than this are sorted with all others, not put in one by one. */
const few = 64;

/** The place of each position in the order of the words (by UTF-16 code units). */
export function ranksOf(words: Words): Int32Array {
  const { list, sorted } = words;
  if (sorted.length === list.length) return words.rank;
  const fresh = Array.from({ length: list.length - sorted.length }, (_, index) => sorted.length + index);
  if (fresh.length > few) words.sorted = [...sorted, ...fresh].sort(comparing(words));
  else for (const position of fresh) sorted.splice(placeFor(words, position), 0, position);
  words.rank = new Int32Array(list.length);
  for (let place = 0; place < list.length; place++) words.rank[words.sorted[place] ?? 0] = place;
  return words.rank;
}
