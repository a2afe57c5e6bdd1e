/** CSV after RFC 4180: every cell quoted, lines ended by CRLF, and no text that a spreadsheet would take for a formula. */

/** Numbers stay numbers; null is an empty cell. */
export type Cell = string | number | null;

/** A text, or one that was made safe before, whose first character that is no blank begins a formula (OWASP ASVS 1.2.10). */
const formula = /^'*(?:[^\S\t\r]|\p{Cf})*[=+\-−@\t\r＝＋－＠]/u;

/** The text as a cell may hold it: with `'` in front where it could be taken for a formula. */
export const protect = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that {@link protect} was given. */
export const unprotect = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

const quoted = (cell: Cell): string => {
  const text = typeof cell === "string" ? protect(cell) : cell === null ? "" : String(cell);
  return `"${text.replaceAll('"', '""')}"`;
};

/** The columns of a table: the name in the header, and the cell of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** One line of a file, its end included. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(",")}\r\n`;

/** A whole file, header first. */
export function writeCsv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return [Object.keys(columns), ...rows.map((row) => cells.map((cell) => cell(row)))].map(csvLine).join("");
}
