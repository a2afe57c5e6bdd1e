"use client";

import { useState } from "react";
import { amountInWords } from "#domain/amount-words.ts";
import { writePaths } from "#domain/paths.ts";
import type { Agreement, Commitment } from "#domain/wire.ts";
import { CommitmentForm } from "./commitment-form.tsx";
import type { DeskData } from "./desk-data.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useSimpleWrite } from "./use-simple-write.ts";

/** Commitments at the desk: add, correct, withdraw. */
export function CommitmentsCard({ data, agreement }: { data: DeskData; agreement: Agreement }) {
  const [editing, setEditing] = useState<Commitment | "new" | null>(null);
  const [withdrawing, setWithdrawing] = useState<Commitment | null>(null);
  const proposes = data.me.role === "contributor";
  const { write } = useSimpleWrite(agreement.slug, proposes);
  const { commitments, revision } = agreement;
  return (
    <section className="card padded" aria-labelledby="promises-title">
      <div className="card-head">
        <h2 id="promises-title">Commitments</h2>
        {editing === null ? (
          <button type="button" className="btn small" onClick={() => setEditing("new")}>
            Add a commitment
          </button>
        ) : null}
      </div>
      {commitments.length === 0 && editing === null ? <p className="note">None is recorded.</p> : null}
      <ul className="desk-list">
        {commitments.map((one) => (
          <li key={one.id}>
            <span>
              <b>{amountInWords(one) ?? one.category}</b> {one.by ? `${one.by.name}: ` : ""}
              {one.description}
            </span>
            <div className="actions">
              <button
                type="button"
                className="btn small"
                aria-label={`Correct: ${one.description}`}
                onClick={() => setEditing(one)}
              >
                Correct
              </button>
              <button
                type="button"
                className="btn small"
                aria-label={`Withdraw: ${one.description}`}
                onClick={() => setWithdrawing(one)}
              >
                Withdraw
              </button>
            </div>
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <CommitmentForm
          key={editing === "new" ? "new" : editing.id}
          data={data}
          agreement={agreement}
          correcting={editing === "new" ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {withdrawing ? (
        <ReasonDialog
          title="Withdraw this commitment"
          explanation={withdrawing.description}
          submit={proposes ? "Propose the withdrawal" : "Withdraw"}
          onClose={() => setWithdrawing(null)}
          onSubmit={(reason) =>
            void write(
              {
                method: "POST",
                path: writePaths.commitmentWithdrawal(withdrawing.id),
                body: { reason },
                revision,
              },
              "Commitment withdrawn.",
            )
          }
        />
      ) : null}
    </section>
  );
}
