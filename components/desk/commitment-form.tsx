"use client";

import { type FormEvent, useState } from "react";
import { certainties } from "#domain/act.ts";
import { writePaths } from "#domain/paths.ts";
import type { Agreement, Commitment } from "#domain/wire.ts";
import type { Problems } from "./act-values.ts";
import {
  bodyOfCommitment,
  type CommitmentValues,
  emptyCommitment,
  problemsOfCommitment,
  valuesOfCommitment,
} from "./commitment-values.ts";
import { DateField } from "./date-field.tsx";
import type { DeskData } from "./desk-data.ts";
import { focusFirst } from "./focus.ts";
import { SourceFields } from "./source-fields.tsx";
import { ChoiceField, TextArea, TextField } from "./text-field.tsx";
import { useSimpleWrite } from "./use-simple-write.ts";

/** A new commitment, or the correction of one. */
export function CommitmentForm({
  data,
  agreement,
  correcting,
  onDone,
}: {
  data: DeskData;
  agreement: Agreement;
  correcting: Commitment | null;
  onDone: () => void;
}) {
  const { today, me } = data;
  const [values, setValues] = useState<CommitmentValues>(
    correcting ? valuesOfCommitment(correcting) : emptyCommitment,
  );
  const [problems, setProblems] = useState<Problems>({});
  const { write, busy } = useSimpleWrite(agreement.slug, me.role === "contributor");
  const set = (part: Partial<CommitmentValues>) => setValues({ ...values, ...part });
  const categories = [...new Set(agreement.commitments.map(({ category }) => category))];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOfCommitment(values, today, correcting !== null);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      focusFirst(Object.keys(found));
      return;
    }
    const path = correcting
      ? writePaths.commitmentCorrection(correcting.id)
      : writePaths.commitments(agreement.slug);
    const body = bodyOfCommitment(values, today);
    const done = correcting ? "Commitment corrected." : "Commitment recorded.";
    if (await write({ method: "POST", path, body, revision: agreement.revision }, done)) onDone();
  };
  const text = (field: "qualifier" | "unit" | "shareNote" | "currency", label: string, hint?: string) => (
    <TextField
      id={`promise-${field}`}
      label={label}
      hint={hint}
      value={values[field]}
      problem={problems[`promise-${field}`]}
      maxLength={500}
      onChange={(typed) => set({ [field]: typed })}
    />
  );
  return (
    <form
      className="inner-form"
      onSubmit={submit}
      noValidate
      aria-label={correcting ? "Correct a commitment" : "New commitment"}
    >
      <TextArea
        id="promise-description"
        label="What was undertaken or given"
        rows={2}
        maxLength={2000}
        value={values.description}
        problem={problems["promise-description"]}
        onChange={(description) => set({ description })}
      />
      <div className="pairs">
        <ChoiceField
          id="promise-by"
          label="By"
          value={values.by}
          choices={[
            ["", "Not known"],
            ...agreement.sides.flat().map(({ code, name }) => [code, name] as const),
          ]}
          onChange={(by) => set({ by })}
        />
        <TextField
          id="promise-category"
          label="Category"
          list="promise-categories"
          value={values.category}
          problem={problems["promise-category"]}
          onChange={(category) => set({ category })}
        />
        <datalist id="promise-categories">
          {categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <TextField
          id="promise-amount"
          label="Amount"
          inputMode="decimal"
          value={values.amount}
          problem={problems["promise-amount"]}
          onChange={(amount) => set({ amount })}
        />
        {text("currency", "Currency (EUR, USD, …)")}
        <DateField
          id="promise-period"
          label="Period"
          value={values.period}
          today={today}
          hint="2024, or 2024 - 2027"
          problem={problems["promise-period"]}
          onChange={(period) => set({ period })}
        />
        <ChoiceField
          id="promise-written"
          label="Written in the agreement"
          value={values.writtenInAgreement}
          choices={[
            ["", "Not said"],
            ["yes", "Yes"],
            ["no", "No"],
          ]}
          onChange={(answer) =>
            set({ writtenInAgreement: answer === "yes" || answer === "no" ? answer : "" })
          }
        />
      </div>
      <SourceFields
        sources={values.sources}
        today={today}
        problems={problems}
        onChange={(sources) => set({ sources })}
      />
      <details className="more">
        <summary>Qualifier, unit, share, certainty, note</summary>
        <div className="pairs">
          {text("qualifier", "Qualifier", "such as nearly, or more than")}
          {text("unit", "Unit, where it is no money")}
          {text("shareNote", "What share it is of what")}
          <ChoiceField
            id="promise-certainty"
            label="Certainty"
            value={values.certainty}
            choices={certainties.map((code) => [code, code] as const)}
            onChange={(code) => set({ certainty: certainties.find((one) => one === code) ?? "done" })}
          />
        </div>
        <TextArea
          id="promise-note"
          label="Note"
          rows={2}
          maxLength={5000}
          value={values.note}
          onChange={(note) => set({ note })}
        />
      </details>
      {correcting ? (
        <TextField
          id="promise-reason"
          label="Reason for the correction"
          maxLength={1000}
          value={values.reason}
          problem={problems["promise-reason"]}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
      <div className="actions">
        <button type="submit" className="btn primary" disabled={busy}>
          {me.role === "contributor" ? "Propose" : correcting ? "Correct" : "Record"}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
