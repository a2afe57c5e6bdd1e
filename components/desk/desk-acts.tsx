"use client";

import { actKinds } from "#domain/act.ts";
import { dateInWords } from "#domain/date-words.ts";
import { stages } from "#domain/stage.ts";
import type { Act, Agreement } from "#domain/wire.ts";
import { SourceChips } from "../agreement/source-chips.tsx";
import { StageGlyph } from "../stage-glyph.tsx";
import { pendingId } from "./act-draft.ts";

function OneAct({ act, onCorrect, onWithdraw }: { act: Act; onCorrect: () => void; onWithdraw: () => void }) {
  const pending = act.id === pendingId;
  const name = `${act.title ?? act.label}, ${dateInWords(act.date)}`;
  return (
    <li
      id={act.id}
      className={pending ? "desk-act pending" : "desk-act"}
      aria-busy={pending ? true : undefined}
    >
      <span className="mark" aria-hidden="true">
        {act.stage && actKinds[act.kind].moves ? (
          <StageGlyph drawing={stages[act.stage].drawing} />
        ) : (
          <i className="dot" />
        )}
      </span>
      <div className="body">
        <h3>{act.title ?? act.label}</h3>
        <p className="meta">
          {dateInWords(act.date)}
          {act.place ? ` · ${act.place}` : ""}
          {act.title ? ` · ${act.label}` : ""}
          {act.certainty === "done" ? null : <span className="tag">{act.certainty}</span>}
        </p>
        <SourceChips citations={act.citations} />
        {pending ? (
          <p className="note">On its way…</p>
        ) : (
          <div className="actions">
            <button type="button" className="btn small" onClick={onCorrect} aria-label={`Correct: ${name}`}>
              Correct
            </button>
            <button type="button" className="btn small" onClick={onWithdraw} aria-label={`Withdraw: ${name}`}>
              Withdraw
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

/** What is recorded, the newest first, with what can be done about each. */
export function DeskActs({
  acts,
  onCorrect,
  onWithdraw,
}: {
  acts: Agreement["acts"];
  onCorrect: (act: Act) => void;
  onWithdraw: (act: Act) => void;
}) {
  return (
    <section aria-labelledby="desk-acts-title" className="desk-acts">
      <h2 id="desk-acts-title">Recorded acts</h2>
      {acts.length === 0 ? <p className="note">Nothing is recorded yet.</p> : null}
      <ol reversed className="act-rows">
        {acts.toReversed().map((act) => (
          <OneAct
            key={act.id}
            act={act}
            onCorrect={() => onCorrect(act)}
            onWithdraw={() => onWithdraw(act)}
          />
        ))}
      </ol>
    </section>
  );
}
