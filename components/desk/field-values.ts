/** The fields of an agreement as they are typed. */
import { profiles } from "#domain/act.ts";
import type { Agreement } from "#domain/wire.ts";

export interface FieldValues {
  title: string;
  titleNote: string;
  type: string;
  profile: string;
  framework: string;
  /** Country codes of each side. */
  sides: string[][];
  tags: string;
  durationYears: string;
  durationNote: string;
  summary: string;
  legalNote: string;
  statusNote: string;
}

export const fieldLabels: Readonly<Record<keyof FieldValues, string>> = {
  title: "Title",
  titleNote: "Note on the title",
  type: "Type",
  profile: "Which acts bind",
  framework: "Framework",
  sides: "Sides",
  tags: "Tags",
  durationYears: "Duration in years",
  durationNote: "Note on the duration",
  summary: "Summary",
  legalNote: "Legal note",
  statusNote: "Note on the status",
};

export const emptyFields: FieldValues = {
  ...{ title: "", titleNote: "", type: "", profile: "", framework: "", tags: "", durationYears: "" },
  ...{ durationNote: "", summary: "", legalNote: "", statusNote: "" },
  sides: [[], []],
};

type Fields = Pick<Agreement, keyof FieldValues>;

export const fieldsOf = (agreement: Fields): FieldValues => ({
  title: agreement.title,
  titleNote: agreement.titleNote ?? "",
  type: agreement.type,
  profile: agreement.profile ?? "",
  framework: agreement.framework ?? "",
  sides: agreement.sides.map((side) => side.map(({ code }) => code)),
  tags: agreement.tags.join(", "),
  durationYears: agreement.durationYears === null ? "" : String(agreement.durationYears),
  durationNote: agreement.durationNote ?? "",
  summary: agreement.summary ?? "",
  legalNote: agreement.legalNote ?? "",
  statusNote: agreement.statusNote ?? "",
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((tag) => tag.trim().toLowerCase())
      .filter((tag) => tag !== ""),
  ),
];

/** The fields as the API takes them. */
export const bodyOfFields = (values: FieldValues): Record<keyof FieldValues, unknown> => ({
  title: values.title.trim(),
  titleNote: orNull(values.titleNote),
  type: values.type.trim(),
  profile: orNull(values.profile),
  framework: orNull(values.framework),
  sides: values.sides,
  tags: tagsOf(values.tags),
  durationYears: values.durationYears.trim() === "" ? null : Number(values.durationYears.replace(",", ".")),
  durationNote: orNull(values.durationNote),
  summary: orNull(values.summary),
  legalNote: orNull(values.legalNote),
  statusNote: orNull(values.statusNote),
});

/** Only the fields that differ from what they were. */
export function changedFields(
  base: FieldValues,
  values: FieldValues,
): Partial<Record<keyof FieldValues, unknown>> {
  const [before, after] = [bodyOfFields(base), bodyOfFields(values)];
  const names = Object.keys(after) as (keyof FieldValues)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

/** What keeps the fields from being saved, by the id of the field. */
export function problemsOfFields(values: FieldValues): Record<string, string> {
  const problems: Record<string, string> = {};
  if (values.title.trim() === "") problems["field-title"] = "Write the title.";
  if (!slugForm.test(values.type.trim())) {
    problems["field-type"] = "Small letters, digits and hyphens, such as security-agreement.";
  }
  if (values.profile !== "" && !profiles.some((profile) => profile === values.profile)) {
    problems["field-profile"] = "Choose one of the list.";
  }
  values.sides.forEach((side, index) => {
    if (side.length === 0) problems[`field-side-${index}`] = "Choose a country for this side.";
  });
  const twice = values.sides[0]?.find((code) => values.sides[1]?.includes(code));
  if (twice) problems["field-side-1"] = `${twice} is on both sides.`;
  const odd = tagsOf(values.tags).find((tag) => !slugForm.test(tag));
  if (odd) problems["field-tags"] = `“${odd}” is no tag: small letters, digits and hyphens.`;
  const years = values.durationYears.trim();
  if (years !== "" && !(Number(years.replace(",", ".")) > 0)) problems["field-years"] = "A number of years.";
  return problems;
}
