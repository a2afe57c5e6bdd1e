/** Amounts of commitments in words: `more than EUR 75 million`, `about 1,500 soldiers trained per year`. */
import type { Commitment } from "./wire.ts";

type Amount = Pick<Commitment, "amount" | "currency" | "qualifier" | "unit">;

const grouped = (n: number) => n.toLocaleString("en-GB", { maximumFractionDigits: 6 });

/** Whole millions and billions are said so when nothing is lost by it. */
function numberShort(n: number): string {
  for (const [size, word] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const) {
    const scaled = n / size;
    if (scaled >= 1 && Number.isInteger(Math.round(scaled * 1e6) / 1e3)) return `${grouped(scaled)} ${word}`;
  }
  return grouped(n);
}

/** The amount with its qualifier, currency and unit; null where no amount is stated. */
export function amountInWords({ amount, currency, qualifier, unit }: Amount): string | null {
  if (amount === null) return null;
  const value = currency === null ? grouped(amount) : `${currency} ${numberShort(amount)}`;
  const [before, ...remarks] = (qualifier ?? "").split(";").map((part) => part.trim());
  const told = [before, value, unit].filter((part) => part).join(" ");
  return remarks.length > 0 ? `${told} (${remarks.join("; ")})` : told;
}
