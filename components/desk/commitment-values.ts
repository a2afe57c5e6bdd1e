/** The form of a commitment as it is typed. */
import { type Certainty, certainties } from "#domain/act.ts";
import type { Day } from "#domain/day.ts";
import type { Commitment } from "#domain/wire.ts";
import {
  citationsOf,
  dateOf,
  dateProblem,
  emptySource,
  problemsOfSources,
  type SourceValues,
  valuesOfCitations,
} from "./act-values.ts";

export interface CommitmentValues {
  by: string;
  category: string;
  amount: string;
  currency: string;
  qualifier: string;
  unit: string;
  period: string;
  description: string;
  shareNote: string;
  writtenInAgreement: "" | "yes" | "no";
  certainty: Certainty;
  note: string;
  sources: SourceValues[];
  reason: string;
}

export const emptyCommitment: CommitmentValues = {
  ...{ by: "", category: "", amount: "", currency: "", qualifier: "", unit: "", period: "", description: "" },
  ...{ shareNote: "", writtenInAgreement: "", certainty: "done", note: "", reason: "" },
  sources: [emptySource("promise-1")],
};

export const valuesOfCommitment = (one: Commitment): CommitmentValues => ({
  by: one.by?.code ?? "",
  category: one.category,
  amount: one.amount === null ? "" : String(one.amount),
  currency: one.currency ?? "",
  qualifier: one.qualifier ?? "",
  unit: one.unit ?? "",
  period: one.period ?? "",
  description: one.description,
  shareNote: one.shareNote ?? "",
  writtenInAgreement: one.writtenInAgreement === null ? "" : one.writtenInAgreement ? "yes" : "no",
  certainty: one.certainty,
  note: one.note ?? "",
  sources: valuesOfCitations(one.citations, "promise"),
  reason: "",
});

/** What keeps the form from being sent, by the id of the field. */
export function problemsOfCommitment(
  values: CommitmentValues,
  today: Day,
  reasonNeeded: boolean,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (values.description.trim() === "") problems["promise-description"] = "Say what was undertaken or given.";
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.category.trim())) {
    problems["promise-category"] = "Small letters, digits and hyphens, such as military.";
  }
  const amount = amountOf(values.amount);
  if (values.amount.trim() !== "" && (amount === null || amount < 0)) {
    problems["promise-amount"] = "A number, such as 90000000 or 90,000,000.";
  }
  if (values.currency.trim() !== "" && !/^[A-Za-z]{3}$/.test(values.currency.trim())) {
    problems["promise-currency"] = "Three letters, such as EUR.";
  }
  const period = values.period.trim() === "" ? null : dateProblem(values.period, today);
  if (period) problems["promise-period"] = period;
  if (reasonNeeded && values.reason.trim() === "") problems["promise-reason"] = "Say why it is corrected.";
  return { ...problems, ...problemsOfSources(values.sources, today) };
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** `90 000 000`, `90,000,000` and `90000000` are one number; a comma or point before other than three digits is a decimal sign. */
export function amountOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f']/g, "");
  const whole = /^\d{1,3}(?:[,.]\d{3})+$/.test(bare) ? bare.replace(/[,.]/g, "") : bare.replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(whole) ? Number(whole) : null;
}

/** The body that the API takes. */
export const bodyOfCommitment = (values: CommitmentValues, today: Day) => ({
  by: orNull(values.by),
  category: values.category.trim(),
  amount: amountOf(values.amount),
  currency: orNull(values.currency)?.toUpperCase() ?? null,
  qualifier: orNull(values.qualifier),
  unit: orNull(values.unit),
  period: values.period.trim() === "" ? null : dateOf(values.period, today),
  description: values.description.trim(),
  shareNote: orNull(values.shareNote),
  writtenInAgreement: values.writtenInAgreement === "" ? null : values.writtenInAgreement === "yes",
  certainty: certainties.find((one) => one === values.certainty) ?? "done",
  note: orNull(values.note),
  citations: citationsOf(values.sources, today),
  reason: orNull(values.reason),
});
