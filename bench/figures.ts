/** Arithmetic of measurements: what stands in the middle, what the slow ones take, and one rate beside another. */

/** The value that this share (0 to 1) of the values does not exceed, by nearest rank; null when there is none. */
export function percentile(values: readonly number[] | Float64Array, share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[] | Float64Array): number | null {
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * The median of a rate divided by another one round by round: both of a round had the same neighbours on the machine.
 * Rounds in which either is missing or nothing are left out.
 */
export function ratioOf(rates: readonly (number | null)[], base: readonly (number | null)[]): number | null {
  return median(
    rates.flatMap((rate, round) => {
      const under = base[round] ?? null;
      return rate === null || under === null || under === 0 ? [] : [rate / under];
    }),
  );
}
