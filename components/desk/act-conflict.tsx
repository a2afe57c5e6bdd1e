"use client";

import { type Collision, mergeThree } from "#domain/three-way.ts";
import type { Act, Agreement, Change } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import type { ActDraft } from "./act-draft.ts";
import { type ActValues, valuesOf } from "./act-values.ts";
import { actAfter, actBefore } from "./change-words.ts";
import { ConflictPanel, type Version } from "./conflict-panel.tsx";
import { MeanwhileList, useMeanwhile } from "./meanwhile.tsx";
import type { DeskProblem } from "./send.ts";

/** Acts were recorded since the form was begun: they are shown, and the act can still be recorded upon them. */
export function NewActConflict({
  slug,
  since,
  problem,
  onAgain,
  onDrop,
}: {
  slug: string;
  since: number;
  problem: DeskProblem;
  onAgain: (revision: number) => void;
  onDrop: () => void;
}) {
  const changes = useMeanwhile(slug, since);
  const revision = problem.revision ?? changes[0]?.revision ?? since;
  return (
    <section className="conflict-panel" aria-labelledby="conflict-title" role="alert">
      <h3 id="conflict-title">
        <Icon name="warning" />
        The acts changed while you were writing
      </h3>
      <p>
        You began at revision {since}. Nothing is saved yet and what you typed is kept. Recorded meanwhile:
      </p>
      <MeanwhileList changes={changes} />
      <div className="actions">
        <button type="button" className="btn primary" onClick={() => onAgain(revision)}>
          Record mine as well, upon revision {revision}
        </button>
        <button type="button" className="btn" onClick={onDrop}>
          Drop mine
        </button>
      </div>
    </section>
  );
}

/** The id that an act has now, after corrections by others; null when it was withdrawn. */
function presentId(id: string, changes: readonly Change[]): string | null {
  let current = id;
  for (const change of changes.toReversed()) {
    if (actBefore(change)?.id !== current) continue;
    const after = actAfter(change);
    if (!after) return null;
    current = after.id;
  }
  return current;
}

const labels: Partial<Record<keyof ActValues, string>> = {
  kind: "What happened",
  actor: "Who did it",
  date: "When",
  effectiveOn: "Effective on",
  certainty: "Certainty",
  how: "How it ended",
  round: "Round",
  place: "Where",
  title: "Title",
  note: "Note",
  participants: "Participants",
  sources: "Sources",
};

/** The form's own words: a reason belongs to its writer and is never a collision. */
const withoutReason = (values: ActValues): ActValues => ({ ...values, reason: "" });

/** Somebody else corrected the same act, or others, since the correction was begun. */
export function CorrectionConflict({
  slug,
  act,
  agreement,
  draft,
  problem,
  onResolve,
  onDrop,
}: {
  slug: string;
  act: Act;
  agreement: Agreement;
  draft: ActDraft;
  problem: DeskProblem;
  onResolve: (values: ActValues, revision: number, act: string | null) => void;
  onDrop: () => void;
}) {
  const changes = useMeanwhile(slug, draft.revision);
  const revision = problem.revision ?? changes[0]?.revision ?? agreement.revision;
  const id = presentId(act.id, changes);
  const theirs = agreement.acts.find((one) => one.id === id);
  const base = withoutReason(valuesOf(act));
  const { merged, collisions } = mergeThree(
    base,
    theirs ? withoutReason(valuesOf(theirs)) : base,
    withoutReason(draft.values),
  );
  if (id === null) {
    return (
      <section className="conflict-panel" aria-labelledby="conflict-title" role="alert">
        <h3 id="conflict-title">
          <Icon name="warning" />
          This act was withdrawn while you were writing
        </h3>
        <MeanwhileList changes={changes} />
        <div className="actions">
          <button
            type="button"
            className="btn primary"
            onClick={() => onResolve(draft.values, revision, null)}
          >
            Record mine as a new act
          </button>
          <button type="button" className="btn" onClick={onDrop}>
            Drop mine
          </button>
        </div>
      </section>
    );
  }
  const resolve = (choices: Readonly<Record<string, Version>>) => {
    const chosen = Object.fromEntries(
      collisions.map((collision) => [collision.field, collision[choices[collision.field] ?? "theirs"]]),
    );
    onResolve({ ...merged, ...(chosen as Partial<ActValues>), reason: draft.values.reason }, revision, id);
  };
  return (
    <>
      <MeanwhileList changes={changes} />
      <ConflictPanel
        collisions={collisions as Collision[]}
        labelOf={(field) => labels[field as keyof ActValues] ?? field}
        onResolve={resolve}
        onDrop={onDrop}
        submit={collisions.length === 0 ? "Merge and correct" : "Correct with these choices"}
      />
    </>
  );
}
