/** Tables and numbers as a results file shows them. */

export interface Table {
  head: readonly string[];
  /** A missing figure is null. */
  rows: readonly (readonly (string | null)[])[];
}

const cell = (text: string | null): string => (text ?? "–").replaceAll("|", "\\|");

/** The first column is words and stands left; figures stand right, so that their digits lie below one another. */
export function markdownTable({ head, rows }: Table): string {
  const all = [head, ...rows].map((row) => head.map((_title, column) => cell(row[column] ?? null)));
  const widths = head.map((_title, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const [titles = [], ...body] = all;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(titles), rule, ...body.map(line)].join("\n");
}

/** Three significant digits, and whole numbers from a hundred on: 0.0123, 1.23, 12.3, 123, 12,345. */
export function shown(value: number | null): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (value === 0) return "0";
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(decimals, 6) });
}
