"use client";

import { type actors, certainties, endings } from "#domain/act.ts";
import type { Day } from "#domain/day.ts";
import type { NextAct } from "#domain/next-acts.ts";
import type { Agreement } from "#domain/wire.ts";
import { type ActValues, isAhead, kindLabel, type Problems, usualActor } from "./act-values.ts";
import { DateField } from "./date-field.tsx";
import { PeopleFields } from "./people-fields.tsx";
import { RadioCards } from "./radio-cards.tsx";
import { SourceFields } from "./source-fields.tsx";
import { ChoiceField, TextArea, TextField } from "./text-field.tsx";
import { WhatHappened } from "./what-happened.tsx";

const certaintyWords: Record<(typeof certainties)[number], string> = {
  done: "It happened",
  reported: "Reported, not confirmed",
  announced: "Announced by a side",
  expected: "Expected by a source",
};
const endingWords = [
  ["", "Not known"],
  ...endings.map((how) => [how, `${how.charAt(0).toUpperCase()}${how.slice(1)}`]),
] as [string, string][];

const sideName = (side: Agreement["sides"][number] | undefined): string =>
  (side ?? []).map(({ name }) => name).join(", ");

interface ActFieldsProps {
  values: ActValues;
  onChange: (values: ActValues) => void;
  sides: Agreement["sides"];
  next: readonly NextAct[];
  places: readonly string[];
  today: Day;
  problems: Problems;
  /** What is to be asked for beyond the act; the box for a reason is shown where there is one. */
  reason: { label: string; hint: string } | null;
}

/** The fields of an act, in the order of the fast path: what, when, source; then everything else. */
export function ActFields({
  values,
  onChange,
  sides,
  next,
  places,
  today,
  problems,
  reason,
}: ActFieldsProps) {
  const set = (part: Partial<ActValues>) => onChange({ ...values, ...part });
  const actorWords = {
    both: "Both sides",
    side1: sideName(sides[0]),
    side2: sideName(sides[1]),
    third: "Others",
  };
  const ahead = isAhead(values, today);
  return (
    <>
      <WhatHappened
        kind={values.kind}
        next={next}
        problem={problems["act-kind"]}
        onChange={(kind) => set({ kind, actor: usualActor(kind) })}
      />
      <RadioCards
        id="act-actor"
        legend="Who did it"
        small
        value={values.actor}
        cards={(
          ["both", "side1", "side2", "third"] as const satisfies readonly (typeof actors)[number][]
        ).map((value) => ({ value, label: actorWords[value] }))}
        problem={problems["act-actor"]}
        onChange={(actor) => set({ actor })}
      />
      <DateField
        id="act-date"
        label="When"
        value={values.date}
        today={today}
        required
        hint="10 Jul 2024, 2024-07-10, Aug 2023, c. Aug 2023, 1-14 May 2024, yesterday"
        problem={problems["act-date"]}
        onChange={(date) => set({ date })}
      />
      {ahead || problems["act-certainty"] ? (
        <div className="notice warn" id="act-certainty-ahead">
          <span>
            This day has not come yet. Is it
            <span className="chips inline">
              <button type="button" className="chip" onClick={() => set({ certainty: "announced" })}>
                announced by a side
              </button>
              <button type="button" className="chip" onClick={() => set({ certainty: "expected" })}>
                expected by a source
              </button>
            </span>
          </span>
        </div>
      ) : null}
      <SourceFields
        sources={values.sources}
        today={today}
        problems={problems}
        onChange={(sources) => set({ sources })}
      />
      {reason ? (
        <TextArea
          id="act-reason"
          label={reason.label}
          hint={reason.hint}
          rows={2}
          maxLength={1000}
          value={values.reason}
          problem={problems["act-reason"]}
          onChange={(text) => set({ reason: text })}
        />
      ) : null}
      <details
        className="more"
        open={values.place !== "" || values.participants.length > 0 || values.note !== "" ? true : undefined}
      >
        <summary>Place, words, participants, certainty</summary>
        <div className="pairs">
          <TextField
            id="act-place"
            label="Where"
            value={values.place}
            list="act-places"
            maxLength={200}
            onChange={(place) => set({ place })}
          />
          <datalist id="act-places">
            {places.map((place) => (
              <option key={place} value={place} />
            ))}
          </datalist>
          <DateField
            id="act-effective"
            label="Effective on, if on another day"
            value={values.effectiveOn}
            today={today}
            problem={problems["act-effective"]}
            onChange={(effectiveOn) => set({ effectiveOn })}
          />
          <ChoiceField
            id="act-certainty"
            label="Certainty"
            value={values.certainty}
            choices={certainties.map((code) => [code, certaintyWords[code]])}
            problem={problems["act-certainty"]}
            onChange={(code) => set({ certainty: certainties.find((one) => one === code) ?? "done" })}
          />
          {values.kind === "talks" || values.kind === "consultations" ? (
            <TextField
              id="act-round"
              label="Round"
              value={values.round}
              inputMode="numeric"
              maxLength={3}
              problem={problems["act-round"]}
              onChange={(round) => set({ round })}
            />
          ) : null}
          {values.kind === "ended" ? (
            <ChoiceField
              id="act-how"
              label="How it ended"
              value={values.how}
              choices={endingWords}
              onChange={(how) => set({ how: endings.find((one) => one === how) ?? "" })}
            />
          ) : null}
        </div>
        <TextField
          id="act-title"
          label="Title of the act"
          placeholder={kindLabel(values.kind)}
          hint={`Left empty, it reads “${kindLabel(values.kind)}”.`}
          value={values.title}
          maxLength={120}
          onChange={(title) => set({ title })}
        />
        <TextArea
          id="act-note"
          label="Note: what happened, in our own words"
          value={values.note}
          maxLength={2000}
          onChange={(note) => set({ note })}
        />
        <PeopleFields
          people={values.participants}
          sides={sides}
          problems={problems}
          onChange={(participants) => set({ participants })}
        />
      </details>
    </>
  );
}
