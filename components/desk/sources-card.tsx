"use client";

import { type FormEvent, useState } from "react";
import { fieldLabel } from "#domain/field-label.ts";
import { writePaths } from "#domain/paths.ts";
import type { Agreement, Citation } from "#domain/wire.ts";
import { SourceChips } from "../agreement/source-chips.tsx";
import { citationsOf, emptySource, type Problems, problemsOfSources } from "./act-values.ts";
import type { DeskData } from "./desk-data.ts";
import { type FieldValues, fieldLabels } from "./field-values.ts";
import { focusFirst } from "./focus.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { SourceFields } from "./source-fields.tsx";
import { ChoiceField } from "./text-field.tsx";
import { useSimpleWrite } from "./use-simple-write.ts";

const fields: readonly (readonly [string, string])[] = [
  ["", "The whole record"],
  ...(Object.keys(fieldLabels) as (keyof FieldValues)[]).map((field) => [field, fieldLabels[field]] as const),
];

/** Sources for the record as a whole or for one of its fields. */
export function SourcesCard({ data, agreement }: { data: DeskData; agreement: Agreement }) {
  const [open, setOpen] = useState(false);
  const [field, setField] = useState("");
  const [sources, setSources] = useState([emptySource("record-1")]);
  const [problems, setProblems] = useState<Problems>({});
  const [ending, setEnding] = useState<Citation | null>(null);
  const proposes = data.me.role === "contributor";
  const { write, busy } = useSimpleWrite(agreement.slug, proposes);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOfSources(sources, data.today);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      focusFirst(Object.keys(found));
      return;
    }
    const [citation] = citationsOf(sources, data.today);
    const request = {
      method: "POST" as const,
      path: writePaths.citations(agreement.slug),
      body: { ...citation, field: field === "" ? null : field },
      revision: agreement.revision,
    };
    if (!(await write(request, "Source added."))) return;
    setSources([emptySource(`record-${crypto.randomUUID()}`)]);
    setOpen(false);
  };
  return (
    <section className="card padded" aria-labelledby="record-sources-title">
      <div className="card-head">
        <h2 id="record-sources-title">Sources of the fields</h2>
        {open ? null : (
          <button type="button" className="btn small" onClick={() => setOpen(true)}>
            Cite a source
          </button>
        )}
      </div>
      {agreement.citations.length === 0 ? (
        <p className="note">None is cited.</p>
      ) : (
        <ul className="desk-list">
          {agreement.citations.map((citation) => (
            <li key={citation.id}>
              <span>
                <SourceChips citations={[citation]} bare />
                {citation.field ? <span className="note">for “{fieldLabel(citation.field)}”</span> : null}
              </span>
              <div className="actions">
                <button
                  type="button"
                  className="btn small"
                  aria-label={`End the citation of ${citation.publisher ?? citation.url}`}
                  onClick={() => setEnding(citation)}
                >
                  End
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <form className="inner-form" onSubmit={submit} noValidate aria-label="Cite a source">
          <ChoiceField id="record-field" label="For" value={field} choices={fields} onChange={setField} />
          <SourceFields
            sources={sources}
            today={data.today}
            problems={problems}
            single
            onChange={setSources}
          />
          <div className="actions">
            <button type="submit" className="btn primary" disabled={busy}>
              {proposes ? "Propose" : "Record"}
            </button>
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              Cancel
            </button>
          </div>
        </form>
      ) : null}
      {ending ? (
        <ReasonDialog
          title="End this citation"
          explanation={`${ending.publisher ?? ending.url} is no longer named as a source. It stays in the history.`}
          submit={proposes ? "Propose it" : "End it"}
          onClose={() => setEnding(null)}
          onSubmit={(reason) =>
            void write(
              {
                method: "POST",
                path: writePaths.citationWithdrawal(ending.id),
                body: { reason },
                revision: agreement.revision,
              },
              "Citation ended.",
            )
          }
        />
      ) : null}
    </section>
  );
}
