"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useState } from "react";
import { paths, writePaths } from "#domain/paths.ts";
import type { Collision } from "#domain/three-way.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Problems } from "./act-values.ts";
import { ConflictPanel, type Version } from "./conflict-panel.tsx";
import { agreementKey, type DeskData } from "./desk-data.ts";
import { DraftNote } from "./draft-note.tsx";
import { FieldInputs } from "./field-inputs.tsx";
import {
  bodyOfFields,
  changedFields,
  type FieldValues,
  fieldLabels,
  fieldsOf,
  problemsOfFields,
} from "./field-values.ts";
import { focusFirst } from "./focus.ts";
import { MeanwhileList, useMeanwhile } from "./meanwhile.tsx";
import { notify } from "./notices.tsx";
import { SendNotice } from "./send-notice.tsx";
import { TextField } from "./text-field.tsx";
import { useDraft } from "./use-draft.ts";
import { useLeaving } from "./use-leaving.ts";
import { useSend } from "./use-send.ts";

interface FieldsDraft extends Record<string, unknown> {
  values: FieldValues;
  /** What the fields were when they were begun to be edited: only what differs from it is sent. */
  base: FieldValues;
  revision: number;
  reason: string;
}

const draftOf = (agreement: Agreement): FieldsDraft => {
  const values = fieldsOf(agreement);
  return { values, base: values, revision: agreement.revision, reason: "" };
};
const isTouched = ({ values, base }: FieldsDraft): boolean =>
  Object.keys(changedFields(base, values)).length > 0;

/** The fields that are typed and not derived. Only what was changed is sent, so that edits of other fields merge. */
export function FieldsForm({ data, agreement }: { data: DeskData; agreement: Agreement }) {
  const { me, vocabulary } = data;
  const { slug } = agreement;
  const proposes = me.role === "contributor";
  const client = useQueryClient();
  const [problems, setProblems] = useState<Problems>({});
  const { state, run, reset } = useSend(proposes);
  const draft = useDraft<FieldsDraft>({
    subject: `fields:${slug}`,
    owner: me.id,
    kept: data.drafts.fields,
    pristine: draftOf(agreement),
    isTouched,
  });
  const { values, base, revision, reason } = draft.body;
  const touched = isTouched(draft.body);
  useLeaving(draft.unsaved && state.step !== "sending");

  // While nothing is typed, the form shows what others have made of the fields meanwhile.
  useEffect(() => {
    if (!touched && revision !== agreement.revision) draft.drop(draftOf(agreement));
  }, [touched, revision, agreement, draft.drop]);

  const submit = async (given = values, from = base, seen = revision) => {
    if (state.step === "sending") return;
    const found = problemsOfFields(given);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      focusFirst(Object.keys(found));
      return;
    }
    const changed = changedFields(from, given);
    if (Object.keys(changed).length === 0) {
      reset();
      draft.drop(draftOf(agreement));
      return;
    }
    const body = { ...changed, reason: reason.trim() === "" ? null : reason.trim() };
    const sent = await run({ method: "PATCH", path: writePaths.agreement(slug), body, revision: seen });
    if (sent.outcome !== "done") {
      if (sent.outcome === "refused") await client.invalidateQueries({ queryKey: agreementKey(slug) });
      return;
    }
    const names = Object.keys(changed).map((name) => fieldLabels[name as keyof FieldValues].toLowerCase());
    notify({ kind: "done", words: `${proposes ? "Proposed" : "Saved"}: ${names.join(", ")}` });
    const key = agreementKey(slug);
    await client.invalidateQueries({ queryKey: key });
    draft.drop(draftOf(client.getQueryData<Agreement>(key) ?? agreement));
  };

  const conflict = state.step === "refused" && state.problem.status === 409 ? state.problem : null;
  const meanwhile = useMeanwhile(slug, conflict ? revision : null);
  const collisions: Collision[] = (conflict?.conflicts ?? []).map((field) => ({
    field,
    base: conflict?.base?.[field],
    theirs: conflict?.theirs?.[field],
    yours: bodyOfFields(values)[field as keyof FieldValues],
  }));

  /** Everything that is there now, with one's own changes where nothing collides and one's choices where something does. */
  const resolve = (choices: Readonly<Record<string, Version>>) => {
    const now = fieldsOf(agreement);
    const mine = Object.keys(changedFields(base, values)) as (keyof FieldValues)[];
    const merged = { ...now };
    for (const field of mine) {
      const choice = choices[field] ?? "yours";
      const from = choice === "yours" ? values : choice === "base" ? base : now;
      Object.assign(merged, { [field]: from[field] });
    }
    const seen = Math.max(conflict?.revision ?? 0, agreement.revision);
    draft.change({ ...draft.body, values: merged, base: now, revision: seen });
    void submit(merged, now, seen);
  };

  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "Enter") void submit();
    else if (event.key === "s") void draft.flush();
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="card padded fields-form"
      aria-labelledby="fields-title"
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="card-head">
        <h2 id="fields-title">Fields</h2>
        <DraftNote state={draft.state} savedAt={draft.savedAt} restored={draft.restored} />
      </div>
      <FieldInputs
        values={values}
        vocabulary={vocabulary}
        problems={problems}
        more={false}
        onChange={(changed) => {
          // An untouched form follows the record; from the first change on it stands upon what its writer saw.
          const begun = touched ? draft.body : draftOf(agreement);
          draft.change({ ...begun, reason, values: changed });
        }}
      />
      {touched ? (
        <TextField
          id="field-reason"
          label="Reason"
          hint="Shown in the history. May stay empty."
          maxLength={1000}
          value={reason}
          onChange={(text) => draft.change({ ...draft.body, reason: text })}
        />
      ) : null}
      {conflict ? (
        <>
          <MeanwhileList changes={meanwhile} />
          <ConflictPanel
            collisions={collisions}
            labelOf={(field) => fieldLabels[field as keyof FieldValues] ?? field}
            submit="Save with these choices"
            onResolve={resolve}
            onDrop={() => {
              reset();
              draft.drop(draftOf(agreement));
            }}
          />
        </>
      ) : (
        <SendNotice state={state} here={paths.deskAgreement(slug, "fields")} onAgain={() => void submit()} />
      )}
      <div className="actions form-end">
        <button type="submit" className="btn primary" disabled={!touched || state.step === "sending"}>
          {state.step === "sending" ? "Sending…" : proposes ? "Propose these fields" : "Save fields"}
        </button>
        {touched ? (
          <button
            type="button"
            className="btn"
            onClick={() => {
              reset();
              draft.drop(draftOf(agreement));
            }}
          >
            Undo my changes
          </button>
        ) : null}
      </div>
    </form>
  );
}
