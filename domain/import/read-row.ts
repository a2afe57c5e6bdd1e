/** Reads one row of a file into an agreement between two sides, or says at which column it cannot be. Pure. */
import { type Profile, profiles } from "../act.ts";
import { unprotect } from "../csv.ts";
import type { Day } from "../day.ts";
import { slugOf } from "../slug-words.ts";
import { sourceAddressProblem } from "../source-address.ts";
import { readLine } from "../text-input.ts";
import { type ColumnRole, type Columns, columnRoleCodes } from "./columns.ts";
import type { DateOrder } from "./messy-date.ts";
import type { FileRow, Reason, RowReading } from "./row.ts";
import { actsOf } from "./row-acts.ts";
import { type PartyKnowledge, sidesOf } from "./row-parties.ts";

export interface RowContext extends PartyKnowledge {
  order: DateOrder | undefined;
  today: Day;
  frameworks: ReadonlySet<string>;
}

/** Characters of a cell: a title may be long, everything else is a name or a date. */
const mostInCell: Partial<Record<ColumnRole, number>> = {
  title: 2000,
  parties: 20_000,
  side1: 10_000,
  side2: 10_000,
};
const mostElsewhere = 2000;

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The cells that mean something, without what our own exports put before formulas, each in one line. */
function cleaned(row: FileRow, { mapped, further }: Columns): { row: FileRow; reasons: Reason[] } {
  const used = new Map<string, ColumnRole | null>([
    ...further.map((header) => [header, null] as const),
    ...columnRoleCodes.flatMap((role) => (mapped[role] === undefined ? [] : [[mapped[role], role] as const])),
  ]);
  const reasons = row.faults.filter(({ column }) => column === "row" || used.has(column));
  const cells: Record<string, string> = {};
  for (const [header, role] of used) {
    const raw = unprotect(row.cells[header] ?? "");
    // A line break parts names of countries; everywhere else it is a space.
    const parties = role === "parties" || role === "side1" || role === "side2";
    const read = readLine(
      parties ? raw.replace(/[\r\n]+/g, ";") : raw,
      (role && mostInCell[role]) || mostElsewhere,
    );
    if ("text" in read) cells[header] = read.text;
    else if (!reasons.some(({ column }) => column === header))
      reasons.push({ column: header, message: `${read.problem}.` });
  }
  return { row: { ...row, cells }, reasons };
}

/** Reads the smaller columns, collecting what is wrong with them. */
function fieldsOf(row: FileRow, { mapped }: Columns, context: RowContext) {
  const reasons: Reason[] = [];
  const cell = (role: ColumnRole): string => {
    const column = mapped[role];
    return column === undefined ? "" : (row.cells[column] ?? "");
  };
  const refuse = (role: ColumnRole, message: string): null => {
    reasons.push({ column: mapped[role] ?? role, message });
    return null;
  };
  const typeText = cell("type");
  const type = slugOf(typeText).slice(0, 100).replace(/-+$/, "");
  if (typeText !== "" && type === "") refuse("type", "A type needs Latin letters.");
  const profileText = cell("profile").toLowerCase();
  const profile = profiles.find((known) => known === profileText) ?? null;
  if (profileText !== "" && profile === null)
    refuse("profile", `“${profileText.slice(0, 60)}” is no profile. Allowed: ${profiles.join(", ")}.`);
  const framework = cell("framework") === "" ? null : cell("framework");
  if (framework !== null && !context.frameworks.has(framework))
    refuse("framework", `There is no framework “${framework.slice(0, 60)}”.`);
  const tags = cell("tags")
    .split(/[;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const badTag = tags.find((tag) => !slugForm.test(tag) || tag.length > 100);
  if (badTag !== undefined)
    refuse("tags", `“${badTag.slice(0, 60)}” is no tag: small letters, digits and hyphens.`);
  const slug = cell("slug") === "" ? null : cell("slug");
  if (slug !== null && (!slugForm.test(slug) || slug.length > 100))
    refuse("slug", "An address has small letters, digits and hyphens, 100 at most.");
  const revisionText = cell("revision");
  const revision = revisionText === "" ? null : Number(revisionText);
  if (revision !== null && !/^\d{1,9}$/.test(revisionText))
    refuse("revision", `“${revisionText.slice(0, 60)}” is no revision.`);
  const listId = cell("id").slice(0, 200);
  return {
    reasons,
    fields: {
      type: type === "" ? null : type,
      profile: profile as Profile | null,
      framework,
      tags: [...new Set(tags)],
      slug,
      revision,
      listId: listId === "" ? null : listId,
    },
  };
}

/** Addresses are cited; a reference that is no address is kept in words. */
function sourcesOf(
  row: FileRow,
  { mapped }: Columns,
): { sources: string[]; reference: string | null; reasons: Reason[] } {
  const column = mapped.source;
  const cell = column === undefined ? "" : (row.cells[column] ?? "");
  if (column === undefined || cell === "") return { sources: [], reference: null, reasons: [] };
  if (!/^[a-z][a-z0-9+.-]*:/i.test(cell)) {
    // A number of sources, as our own export has it, names none.
    return { sources: [], reference: /^\d+$/.test(cell) ? null : cell, reasons: [] };
  }
  const sources = cell.split(/[\s;|]+/).filter((part) => part !== "");
  const reasons = sources.flatMap((source) => {
    const problem = sourceAddressProblem(source);
    return problem === null ? [] : [{ column, message: `“${source.slice(0, 80)}” must be ${problem}.` }];
  });
  return { sources: [...new Set(sources)], reference: null, reasons: reasons.slice(0, 1) };
}

/** A row without a single word. */
const isEmpty = (row: FileRow): boolean => Object.values(row.cells).every((cell) => cell.trim() === "");

/** What a row says, or every reason why it cannot be imported. */
export function readRow(raw: FileRow, columns: Columns, context: RowContext): RowReading {
  const { mapped } = columns;
  if (isEmpty(raw) && raw.faults.length === 0)
    return { reasons: [{ column: "row", message: "The row is empty." }], title: null };
  const { row, reasons: unreadable } = cleaned(raw, columns);
  const title = mapped.title === undefined ? "" : (row.cells[mapped.title] ?? "");
  if (unreadable.length > 0) return { reasons: unreadable, title: title === "" ? null : title };
  const { reasons, fields } = fieldsOf(row, columns, context);
  const acted = actsOf(row, columns, { order: context.order, today: context.today, profile: fields.profile });
  if ("reasons" in acted) reasons.push(...acted.reasons);
  const acts = "acts" in acted ? acted.acts : [];
  const date =
    (acts.find(({ kind }) => kind === "signed") ?? acts.find(({ kind }) => kind !== "ended"))?.date ?? null;
  const parties = sidesOf(row, columns, context, date);
  if ("reasons" in parties) reasons.push(...parties.reasons);
  const cited = sourcesOf(row, columns);
  reasons.push(...cited.reasons);
  if (title === "" && mapped.title !== undefined)
    reasons.push({ column: mapped.title, message: "The title is missing." });
  if (reasons.length > 0 || !("sides" in parties)) return { reasons, title: title === "" ? null : title };
  const { sides } = parties;
  const names = sides.map((side) =>
    side.map((code) => context.index.countries.get(code)?.name ?? code).join(", "),
  );
  const notes = "notes" in acted ? acted.notes : [];
  if (cited.reference !== null) {
    for (const act of acts)
      act.note = [act.note, `Reference in the file: ${cited.reference}`].filter(Boolean).join(" ");
    if (acts.length === 0)
      notes.push({
        column: mapped.source ?? "source",
        message: "A reference without a dated act is not kept.",
      });
  }
  for (const { note } of acts)
    if (note !== null && cited.reference === null) notes.push({ column: "date", message: note });
  return {
    agreement: {
      title: title === "" ? `Agreement between ${names.join(" and ")}` : title,
      titleNote: title === "" ? "The imported list gives no titles; this is a description." : null,
      ...fields,
      sides,
      acts,
      sources: cited.sources,
      notes,
    },
  };
}
