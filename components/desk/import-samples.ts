/** The beginning of a file, for the form of a mapping: one value under each header. What counts is the server's reading. */

/** Cells of the first two lines; a cell in quotation marks may hold the delimiter. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  for (const character of line) {
    if (character === '"') inQuotes = !inQuotes;
    else if (character === delimiter && !inQuotes) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell].map((text) => text.replace(/\s+/g, " ").trim());
}

/** The first value under each header of a CSV; nothing for JSON. */
export function samplesOf(start: string, type: string): Record<string, string> {
  if (type !== "text/csv") return {};
  const [header = "", ...lines] = start.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const delimiter = [",", ";", "\t"].reduce((a, b) =>
    header.split(b).length > header.split(a).length ? b : a,
  );
  const rows = lines.slice(0, 20).map((line) => cellsOf(line, delimiter));
  return Object.fromEntries(
    cellsOf(header, delimiter).map((name, index) => {
      const value = rows.map((row) => row[index] ?? "").find((cell) => cell !== "") ?? "";
      return [name, value.length > 40 ? `${value.slice(0, 40).toWellFormed()}…` : value];
    }),
  );
}
