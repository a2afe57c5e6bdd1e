/** Columns of whole numbers that grow at their end: 32 bits each, side by side. */

export interface Numbers {
  values: Int32Array;
  length: number;
}

export const newNumbers = (): Numbers => ({ values: new Int32Array(64), length: 0 });

export function push(numbers: Numbers, value: number): void {
  if (numbers.length === numbers.values.length) {
    const larger = new Int32Array(numbers.length * 2);
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[numbers.length++] = value;
}

/** Puts the value at a place that may be just behind the end. */
export function put(numbers: Numbers, place: number, value: number): void {
  if (place === numbers.length) push(numbers, value);
  else numbers.values[place] = value;
}

/** The first of `length` places that is so, where all behind it are so too; `length` where none is. */
export function firstPlace(length: number, isSo: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Short lists of numbers, one for each row, behind one another. */
export interface Lists {
  /** Where the list of each row ends; it begins where the one before ended. */
  ends: Numbers;
  all: Numbers;
}

export const newLists = (): Lists => ({ ends: newNumbers(), all: newNumbers() });

export function pushList(lists: Lists, values: readonly number[]): void {
  for (const value of values) push(lists.all, value);
  push(lists.ends, lists.all.length);
}

/**
 * Where the list of a row lies among all values, `startOf` included and `endOf` not: for loops over every row of the
 * record, where a view of each list would take most of the time.
 */
export const startOf = ({ ends }: Lists, row: number): number =>
  row === 0 ? 0 : (ends.values[row - 1] ?? 0);
export const endOf = ({ ends }: Lists, row: number): number => ends.values[row] ?? 0;

/** The list of a row. */
export const listOf = ({ ends, all }: Lists, row: number): Int32Array =>
  all.values.subarray(ends.values[row - 1] ?? 0, ends.values[row] ?? 0);
