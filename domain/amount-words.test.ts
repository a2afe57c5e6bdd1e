import { expect, test } from "vitest";
import { amountInWords } from "./amount-words.ts";

const amount = (
  number: number | null,
  currency: string | null,
  qualifier: string | null = null,
  unit: string | null = null,
) => amountInWords({ amount: number, currency, qualifier, unit });

test.each([
  [amount(74_400_000, "EUR"), "EUR 74.4 million"],
  [amount(551_000, "EUR", "more than"), "more than EUR 551,000"],
  [amount(1_000_000_000, "USD"), "USD 1 billion"],
  [amount(1_234_567, "EUR"), "EUR 1,234,567"],
  [amount(1_234_000, "EUR"), "EUR 1.234 million"],
  [amount(0, "EUR"), "EUR 0"],
  [amount(0.25, null, "at least", "percent of GDP"), "at least 0.25 percent of GDP"],
  [amount(1500, null, "about", "soldiers trained per year"), "about 1,500 soldiers trained per year"],
  [
    amount(6, null, "at least; under consideration", "MiG-29 aircraft"),
    "at least 6 MiG-29 aircraft (under consideration)",
  ],
  [amount(null, "EUR"), null],
])("%s", (told, expected) => expect(told).toBe(expected));
