import { dateInWords } from "#domain/date-words.ts";
import { isEdtf } from "#domain/edtf.ts";
import { fieldLabel } from "#domain/field-label.ts";
import type { Foresight } from "#domain/foresight.ts";

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "empty" : value.map(inWords).join("; ");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([name, part]) => part !== null && part !== "" && !/^(?:id|sourceId)$/.test(name))
      .map(([, part]) => inWords(part))
      .join(", ");
  }
  const text = String(value);
  return /^\d{4}/.test(text) && isEdtf(text) ? dateInWords(text) : text;
}

/** The last name of a path says what it is: `act.effectiveOn` reads “Effective on”. */
const labelOf = (path: string): string => fieldLabel(path.split(".").at(-1) ?? path);

/** What a proposal would change: was and now, in words and not by colour alone. */
export function WasNow({ changes }: { changes: Foresight["changes"] }) {
  const told = changes.filter(
    ({ path, before, after }) => !/(?:^|\.)id$/.test(path) && inWords(before) !== inWords(after),
  );
  if (told.length === 0) return null;
  return (
    <table className="was-now">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Was</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{labelOf(path)}</th>
            <td>{inWords(before)}</td>
            <td>{inWords(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
