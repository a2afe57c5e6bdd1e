/** Numbers as they are read: words for small ones in running text, digits with commas beyond. */

const digits = new Intl.NumberFormat("en");

/** `57`, `1,234`. */
export const grouped = (n: number): string => digits.format(n);

const words =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** `nine`, `twenty-nine`, `120`, `1,234`. */
export function numberInWords(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return grouped(n);
  const small = words[n];
  if (small !== undefined) return small;
  const ten = tens[Math.floor(n / 10)] ?? "";
  return n % 10 === 0 ? ten : `${ten}-${words[n % 10]}`;
}

/** The text with a capital at its head. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `1 agreement`, `2 agreements`, `1,234 agreements`. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;
