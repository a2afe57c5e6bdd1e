"use client";

import { type KeyboardEvent, useState } from "react";
import { profiles } from "#domain/act.ts";
import { nextActs } from "#domain/next-acts.ts";
import { paths, writePaths } from "#domain/paths.ts";
import type { Row } from "#domain/wire.ts";
import type { Draft } from "#domain/wire-desk.ts";
import { ActFields } from "./act-fields.tsx";
import {
  type ActValues,
  bodyOf,
  citationsOf,
  emptyAct,
  emptySource,
  isTouched,
  type Problems,
  problemsOf,
  problemsOfSources,
  type SourceValues,
} from "./act-values.ts";
import type { DeskVocabulary, Me } from "./desk-data.ts";
import { DraftNote } from "./draft-note.tsx";
import { FieldInputs } from "./field-inputs.tsx";
import { bodyOfFields, emptyFields, type FieldValues, problemsOfFields } from "./field-values.ts";
import { focusFirst } from "./focus.ts";
import { PreflightWords, usePreflight } from "./preflight.tsx";
import type { WriteRequest } from "./send.ts";
import { SendNotice } from "./send-notice.tsx";
import { SourceFields } from "./source-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { goTo } from "./use-keys.ts";
import { useLeaving } from "./use-leaving.ts";
import { useSend } from "./use-send.ts";

interface NewDraft extends Record<string, unknown> {
  fields: FieldValues;
  sources: SourceValues[];
  /** The first act; null while none is to be recorded with it. */
  act: ActValues | null;
}

export const newSubject = "agreement:new";
const pristine: NewDraft = { fields: emptyFields, sources: [emptySource("record-1")], act: null };
const touched = ({ fields, sources, act }: NewDraft): boolean =>
  JSON.stringify([fields, sources]) !== JSON.stringify([pristine.fields, pristine.sources]) ||
  (act !== null && isTouched(act, emptyAct(act.kind)));

/** `null` when the form is whole. */
function problemsIn({ fields, sources, act }: NewDraft, today: string): Problems {
  return {
    ...problemsOfFields(fields),
    ...(act ? problemsOf(act, today, false) : problemsOfSources(sources, today)),
  };
}

const requestOf = ({ fields, sources, act }: NewDraft, today: string): WriteRequest => ({
  method: "POST",
  path: writePaths.agreements(),
  body: {
    ...bodyOfFields(fields),
    citations: citationsOf(sources, today),
    acts: act ? [bodyOf(act, today)] : [],
    reason: null,
  },
  revision: null,
});

/** A new agreement, with its first act when it is known. What may be the same is said before anything is saved. */
export function NewAgreement({
  me,
  today,
  vocabulary,
  places,
  kept,
}: {
  me: Me;
  today: string;
  vocabulary: DeskVocabulary;
  places: readonly string[];
  kept: Draft | null;
}) {
  const proposes = me.role === "contributor";
  const draft = useDraft<NewDraft>({ subject: newSubject, owner: me.id, kept, pristine, isTouched: touched });
  const { fields, sources, act } = draft.body;
  const [problems, setProblems] = useState<Problems>({});
  const { state, run } = useSend(proposes);
  const whole = Object.keys(problemsIn(draft.body, today)).length === 0;
  const foreseen = usePreflight(
    whole && state.step !== "sending" ? requestOf(draft.body, today) : null,
    proposes,
  );
  useLeaving(draft.unsaved && state.step !== "sending");
  const set = (part: Partial<NewDraft>) => draft.change({ ...draft.body, ...part });
  const profile = profiles.find((one) => one === fields.profile) ?? null;
  const next = nextActs({ acts: [], profile, today });
  const nameOf = (code: string) =>
    vocabulary.countries.find((country) => country.code === code)?.name ?? code;
  const sides = fields.sides.map((side) => side.map((code) => ({ code, name: nameOf(code) })));

  const submit = async () => {
    if (state.step === "sending") return;
    const found = problemsIn(draft.body, today);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      focusFirst(Object.keys(found));
      return;
    }
    const sent = await run<{ agreement?: Row }>(requestOf(draft.body, today));
    if (sent.outcome !== "done") return;
    draft.drop(pristine);
    goTo(sent.value.agreement ? paths.deskAgreement(sent.value.agreement.slug) : paths.review());
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "Enter") void submit();
    else if (event.key === "s") void draft.flush();
    else return;
    event.preventDefault();
  };
  return (
    <div className="new-agreement">
      <header className="desk-head">
        <h1>New agreement</h1>
        <DraftNote state={draft.state} savedAt={draft.savedAt} restored={draft.restored} />
      </header>
      <form
        className="card padded"
        aria-label="New agreement"
        noValidate
        onKeyDown={keys}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FieldInputs
          values={fields}
          vocabulary={vocabulary}
          problems={problems}
          more={false}
          onChange={(changed) => set({ fields: changed })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={act !== null}
            onChange={(event) => set({ act: event.target.checked ? emptyAct(next[0]?.kind ?? "") : null })}
          />
          Record its first act with it
        </label>
        {act ? (
          <div className="inner-form">
            <ActFields
              values={act}
              next={next}
              sides={sides}
              places={places}
              today={today}
              problems={problems}
              reason={null}
              onChange={(changed) => set({ act: changed })}
            />
          </div>
        ) : (
          <SourceFields
            sources={sources}
            today={today}
            problems={problems}
            onChange={(changed) => set({ sources: changed })}
          />
        )}
        <PreflightWords local={null} warnings={[]} answer={foreseen} />
        <SendNotice state={state} here={paths.deskNew()} onAgain={() => void submit()} />
        <div className="actions form-end">
          <button type="submit" className="btn primary large" disabled={state.step === "sending"}>
            {state.step === "sending" ? "Sending…" : proposes ? "Propose" : "Record the agreement"}
          </button>
          {draft.state === "none" ? null : (
            <button type="button" className="btn" onClick={() => draft.drop(pristine)}>
              Clear
            </button>
          )}
        </div>
      </form>
    </div>
  );
}
