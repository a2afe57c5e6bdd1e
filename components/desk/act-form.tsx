"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { dateInWords } from "#domain/date-words.ts";
import { effectOf, type NextAct } from "#domain/next-acts.ts";
import { paths, writePaths } from "#domain/paths.ts";
import { stages } from "#domain/stage.ts";
import type { Act, Agreement } from "#domain/wire.ts";
import { CorrectionConflict, NewActConflict } from "./act-conflict.tsx";
import { type ActDraft, pendingAct } from "./act-draft.ts";
import { ActFields } from "./act-fields.tsx";
import {
  type ActValues,
  bodyOf,
  dateOf,
  kindLabel,
  ledgerOf,
  type Problems,
  problemsOf,
  trialOf,
} from "./act-values.ts";
import { agreementKey, type DeskData } from "./desk-data.ts";
import { DraftNote } from "./draft-note.tsx";
import { focusFirst } from "./focus.ts";
import { PreflightWords, usePreflight } from "./preflight.tsx";
import type { WriteRequest } from "./send.ts";
import { SendNotice } from "./send-notice.tsx";
import { usePendingAct } from "./use-agreement.ts";
import type { useDraft } from "./use-draft.ts";
import { useLeaving } from "./use-leaving.ts";
import { useSend } from "./use-send.ts";

/** A new act, or the correction of one that is recorded. */
export type ActTarget = { mode: "new" } | { mode: "correct"; act: Act };

export interface Recorded {
  /** What is said about it: `Recorded: Signed, 10 Jul 2024`. */
  words: string;
  id: string | null;
  revision: number | null;
  proposed: boolean;
}

interface ActFormProps {
  data: DeskData;
  agreement: Agreement;
  target: ActTarget;
  next: readonly NextAct[];
  draft: ReturnType<typeof useDraft<ActDraft>>;
  pristine: ActValues;
  onRecorded: (recorded: Recorded) => void;
  onCancel: () => void;
}

/** What the browser itself can tell of the act. */
function localWords(
  values: ActValues,
  agreement: Agreement,
  today: string,
): { words: string | null; warnings: ReturnType<typeof effectOf>["warnings"] } {
  const trial = trialOf(values, today);
  if (!trial) return { words: null, warnings: [] };
  const effect = effectOf(trial, { acts: ledgerOf(agreement.acts), profile: agreement.profile });
  const when = dateInWords(trial.date);
  if (trial.certainty === "announced" || trial.certainty === "expected") {
    return {
      words: `Shown as ${trial.certainty}, ${when}; the stage stays ${stages[effect.stage].label}.`,
      warnings: effect.warnings,
    };
  }
  if (effect.begins === null) return { words: null, warnings: effect.warnings };
  const now = effect.begins === effect.stage ? "" : ` Today's stage stays ${stages[effect.stage].label}.`;
  return { words: `${stages[effect.begins].label} from ${when} on.${now}`, warnings: effect.warnings };
}

/** The form of one act: live preflight, one button, and nothing said to be saved before the server has it. */
export function ActForm({
  data,
  agreement,
  target,
  next,
  draft,
  pristine,
  onRecorded,
  onCancel,
}: ActFormProps) {
  const { today, me, places } = data;
  const proposes = me.role === "contributor";
  const { values, revision } = draft.body;
  const corrects = target.mode === "correct";
  const [problems, setProblems] = useState<Problems>({});
  const { state, run, reset } = useSend(proposes);
  const pending = usePendingAct(agreement.slug);
  const client = useQueryClient();
  useLeaving(draft.unsaved && state.step !== "sending");

  const requestOf = (
    given: ActValues,
    seen: number,
    act = corrects ? target.act.id : null,
  ): WriteRequest => ({
    method: "POST",
    path: act === null ? writePaths.acts(agreement.slug) : writePaths.actCorrection(act),
    body: bodyOf(given, today),
    revision: seen,
  });
  const local = corrects ? { words: null, warnings: [] } : localWords(values, agreement, today);
  const complete = Object.keys(problemsOf(values, today, corrects)).length === 0;
  const foreseen = usePreflight(
    complete && state.step !== "sending" ? requestOf(values, revision) : null,
    proposes,
  );

  const change = (changed: ActValues) => {
    // An untouched form follows the record; from the first key on it stands upon what its writer saw.
    const begun = draft.state !== "none";
    draft.change({ ...draft.body, values: changed, revision: begun ? revision : agreement.revision });
    if (Object.keys(problems).length > 0) {
      const left = problemsOf(changed, today, corrects);
      setProblems(
        Object.fromEntries(Object.keys(problems).flatMap((id) => (left[id] ? [[id, left[id]]] : []))),
      );
    }
  };

  // What was typed before the page's scripts ran is in the fields and not yet in the form.
  const adopted = useRef(false);
  useEffect(() => {
    if (adopted.current) return;
    adopted.current = true;
    const typedIn = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)?.value ?? "";
    const [source, ...more] = values.sources;
    const date = typedIn("act-date");
    const url = source ? typedIn(`${source.key}-url`) : "";
    if (source && (date !== values.date || url !== source.url)) {
      change({ ...values, date, sources: [{ ...source, url }, ...more] });
    }
  });

  const submit = async (
    given = values,
    seen = revision,
    act: string | null = corrects ? target.act.id : null,
  ) => {
    if (state.step === "sending") return;
    const found = problemsOf(given, today, corrects);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      focusFirst(Object.keys(found));
      return;
    }
    const request = requestOf(given, seen, act);
    const label = kindLabel(given.kind);
    const row =
      act === null && !proposes ? pending(pendingAct(bodyOf(given, today), label, agreement)) : null;
    const sent = await run<{ data: { id: string } }>(request);
    if (sent.outcome !== "done") {
      row?.rollBack();
      if (sent.outcome === "refused")
        await client.invalidateQueries({ queryKey: agreementKey(agreement.slug) });
      return;
    }
    const date = dateInWords(dateOf(given.date, today));
    draft.drop({ values: pristine, revision: sent.revision ?? agreement.revision });
    onRecorded({
      words: `${proposes ? "Proposed" : corrects ? "Corrected" : "Recorded"}: ${label}, ${date}`,
      id: sent.value.data.id,
      revision: sent.revision,
      proposed: proposes,
    });
    if (row) await row.settle();
    else await client.invalidateQueries({ queryKey: agreementKey(agreement.slug) });
  };

  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "Enter") void submit();
    else if (event.key === "s") void draft.flush();
    else return;
    event.preventDefault();
  };

  const conflict = state.step === "refused" && state.problem.status === 409 ? state.problem : null;
  const verb = proposes ? "Propose" : corrects ? "Correct" : "Record";
  const title = corrects
    ? `Correct: ${kindLabel(target.act.kind)}, ${dateInWords(target.act.date)}`
    : `${verb} an act`;
  const reason = corrects
    ? { label: "Reason for the correction", hint: "Shown in the history, for ever." }
    : local.warnings.some(({ code }) => code !== "stays") || proposes
      ? {
          label: proposes ? "What the editor should know" : "Why this is right nevertheless",
          hint: "Shown in the history. May stay empty.",
        }
      : null;
  const dropAll = () => {
    reset();
    draft.drop({ values: pristine, revision: agreement.revision });
    if (corrects) onCancel();
  };
  return (
    <form
      className="card padded act-form"
      aria-labelledby="act-form-title"
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="card-head">
        <h2 id="act-form-title">{title}</h2>
        <DraftNote state={draft.state} savedAt={draft.savedAt} restored={draft.restored} />
      </div>
      <ActFields
        {...{ values, next, places, today, problems, reason }}
        sides={agreement.sides}
        onChange={change}
      />
      {corrects ? null : <PreflightWords local={local.words} warnings={local.warnings} answer={foreseen} />}
      {conflict ? (
        corrects ? (
          <CorrectionConflict
            slug={agreement.slug}
            act={target.act}
            agreement={agreement}
            draft={draft.body}
            problem={conflict}
            onResolve={(merged, seen, act) => {
              draft.change({ ...draft.body, values: merged, revision: seen });
              void submit(merged, seen, act);
            }}
            onDrop={dropAll}
          />
        ) : (
          <NewActConflict
            slug={agreement.slug}
            since={revision}
            problem={conflict}
            onAgain={(seen) => {
              draft.change({ ...draft.body, revision: seen });
              void submit(values, seen);
            }}
            onDrop={dropAll}
          />
        )
      ) : (
        <SendNotice
          state={state}
          here={paths.deskAgreement(agreement.slug, "act")}
          onAgain={() => void submit()}
        />
      )}
      <div className="actions form-end">
        <button
          type="submit"
          className="btn primary large"
          disabled={state.step === "sending"}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {state.step === "sending" ? "Sending…" : verb}
        </button>
        <span className="note">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        {corrects || draft.state !== "none" ? (
          <button type="button" className="btn" onClick={dropAll}>
            {corrects ? "Cancel" : "Clear"}
          </button>
        ) : null}
      </div>
    </form>
  );
}
