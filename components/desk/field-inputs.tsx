"use client";

import { profileRules, profiles } from "#domain/act.ts";
import type { Problems } from "./act-values.ts";
import type { DeskVocabulary } from "./desk-data.ts";
import { type FieldValues, fieldLabels } from "./field-values.ts";
import { SideField } from "./side-field.tsx";
import { ChoiceField, TextArea, TextField } from "./text-field.tsx";

/** All fields of an agreement. */
export function FieldInputs({
  values,
  vocabulary,
  problems,
  onChange,
  more,
}: {
  values: FieldValues;
  vocabulary: DeskVocabulary;
  problems: Problems;
  onChange: (values: FieldValues) => void;
  /** Whether the seldom ones are shown at once. */
  more: boolean;
}) {
  const set = (part: Partial<FieldValues>) => onChange({ ...values, ...part });
  const side = (index: 0 | 1) => (
    <SideField
      id={`field-side-${index}`}
      label={`Side ${index + 1}`}
      codes={values.sides[index] ?? []}
      countries={vocabulary.countries}
      problem={problems[`field-side-${index}`]}
      onChange={(codes) =>
        set({ sides: index === 0 ? [codes, values.sides[1] ?? []] : [values.sides[0] ?? [], codes] })
      }
    />
  );
  return (
    <>
      <TextArea
        id="field-title"
        label={fieldLabels.title}
        rows={2}
        maxLength={500}
        value={values.title}
        problem={problems["field-title"]}
        onChange={(title) => set({ title })}
      />
      <div className="pairs">
        {side(0)}
        {side(1)}
        <TextField
          id="field-type"
          label={fieldLabels.type}
          list="field-types"
          maxLength={100}
          value={values.type}
          problem={problems["field-type"]}
          onChange={(type) => set({ type })}
        />
        <datalist id="field-types">
          {vocabulary.types.map((type) => (
            <option key={type} value={type} />
          ))}
        </datalist>
        <ChoiceField
          id="field-profile"
          label={fieldLabels.profile}
          value={values.profile}
          choices={[
            ["", "Not known"],
            ...profiles.map((profile) => [profile, profileRules[profile].label] as const),
          ]}
          hint={
            profiles.flatMap((profile) =>
              profile === values.profile ? profileRules[profile].definition : [],
            )[0]
          }
          problem={problems["field-profile"]}
          onChange={(profile) => set({ profile })}
        />
        <ChoiceField
          id="field-framework"
          label={fieldLabels.framework}
          value={values.framework}
          choices={[["", "None"], ...vocabulary.frameworks.map(({ slug, title }) => [slug, title] as const)]}
          onChange={(framework) => set({ framework })}
        />
        <TextField
          id="field-tags"
          label={fieldLabels.tags}
          value={values.tags}
          hint={vocabulary.tags.length > 0 ? `In use: ${vocabulary.tags.slice(0, 6).join(", ")}` : undefined}
          problem={problems["field-tags"]}
          onChange={(tags) => set({ tags })}
        />
      </div>
      <details className="more" open={more ? true : undefined}>
        <summary>Summary, notes, duration</summary>
        <TextArea
          id="field-summary"
          label={fieldLabels.summary}
          maxLength={5000}
          value={values.summary}
          onChange={(summary) => set({ summary })}
        />
        <div className="pairs">
          <TextField
            id="field-years"
            label={fieldLabels.durationYears}
            inputMode="decimal"
            value={values.durationYears}
            problem={problems["field-years"]}
            onChange={(durationYears) => set({ durationYears })}
          />
          <TextField
            id="field-duration-note"
            label={fieldLabels.durationNote}
            maxLength={1000}
            value={values.durationNote}
            onChange={(durationNote) => set({ durationNote })}
          />
        </div>
        <TextArea
          id="field-title-note"
          label={fieldLabels.titleNote}
          rows={2}
          maxLength={1000}
          value={values.titleNote}
          onChange={(titleNote) => set({ titleNote })}
        />
        <TextArea
          id="field-legal-note"
          label={fieldLabels.legalNote}
          rows={2}
          maxLength={5000}
          value={values.legalNote}
          onChange={(legalNote) => set({ legalNote })}
        />
        <TextArea
          id="field-status-note"
          label={fieldLabels.statusNote}
          rows={2}
          maxLength={5000}
          value={values.statusNote}
          onChange={(statusNote) => set({ statusNote })}
        />
      </details>
    </>
  );
}
