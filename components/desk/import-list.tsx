"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import type { ImportSummary } from "#domain/import/api.ts";
import type { RevertReport } from "#domain/import/report.ts";
import { writePaths } from "#domain/paths.ts";
import { notify } from "./notices.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { send } from "./send.ts";

export const importsKey = ["imports"] as const;

const at = (instant: string): string => `${dayInWords(dayOfInstant(instant))}, ${instant.slice(11, 16)} UTC`;

/** How many of the agreements somebody has worked on since, and whether the rest is to be reverted. */
interface Asked {
  which: ImportSummary;
  partial: boolean;
}

/** Past imports, each with what it brought and a way to take it back. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const revert = async ({ which, partial }: Asked, reason: string) => {
    setBusy(true);
    const sent = await send<{ data: RevertReport }>({
      method: "POST",
      path: writePaths.importRevert(which.id),
      body: { reason, partial },
      revision: null,
    });
    setBusy(false);
    await client.invalidateQueries({ queryKey: importsKey });
    if (sent.outcome === "done") {
      const { takenOut, changedBack, left } = sent.value.data;
      const words = `Reverted: ${takenOut} taken out, ${changedBack} changed back, ${left.length} left.`;
      setSaid(words);
      notify({ kind: "done", words });
    } else if (sent.outcome === "refused" && sent.problem.guard === "edited-since") {
      setSaid(sent.problem.detail);
      setAsked({ which, partial: true });
    } else {
      const words =
        sent.outcome === "refused"
          ? sent.problem.detail
          : "Nothing was reverted: the server cannot be reached or your session has ended.";
      setSaid(words);
      notify({ kind: "failed", words });
    }
  };
  return (
    <section className="card padded" aria-labelledby="import-list">
      <h2 id="import-list">Past imports</h2>
      <p className="vh" role="status">
        {said}
      </p>
      {imports.length === 0 ? <p className="nothing">Nothing was imported yet.</p> : null}
      <ul className="import-list">
        {imports.map((one) => (
          <li key={one.id} id={one.id}>
            <div>
              <b>{one.name}</b>
              <p className="note">
                {`${at(one.recordedAt)}, ${one.recordedBy}: ${one.create} new, ${one.update} updated, ${one.unchanged} unchanged, ${one.rejected} rejected of ${one.rows} rows`}
              </p>
            </div>
            {one.revertedAt === null ? (
              <button
                type="button"
                className="btn small"
                disabled={busy}
                aria-label={`Revert ${one.name} of ${at(one.recordedAt)}`}
                onClick={() => setAsked({ which: one, partial: false })}
              >
                Revert
              </button>
            ) : (
              <span className="note">{`Reverted ${at(one.revertedAt)} by ${one.revertedBy ?? "somebody"}`}</span>
            )}
          </li>
        ))}
      </ul>
      {asked ? (
        <ReasonDialog
          key={String(asked.partial)}
          title={asked.partial ? "Revert the rest" : "Revert this import"}
          explanation={
            asked.partial
              ? `${said} Those stay; the others are reverted.`
              : `${asked.which.create} agreements are taken out of the record and ${asked.which.update} changed back. What was known until now stays readable.`
          }
          submit="Revert"
          onClose={() => setAsked(null)}
          onSubmit={(reason) => void revert(asked, reason)}
        />
      ) : null}
    </section>
  );
}
