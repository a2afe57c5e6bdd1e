"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ImportSummary } from "#domain/import/api.ts";
import type { ImportReport } from "#domain/import/report.ts";
import { paths, writePaths } from "#domain/paths.ts";
import type { DeskVocabulary } from "./desk-data.ts";
import { ImportList, importsKey } from "./import-list.tsx";
import { ImportMapping } from "./import-mapping.tsx";
import { ImportResults } from "./import-results.tsx";
import { samplesOf } from "./import-samples.ts";
import {
  type Given,
  noOptions,
  type Options,
  optionsFrom,
  type Progress,
  sendImport,
  typeOf,
} from "./import-send.ts";
import { getJson } from "./send.ts";
import { SendNotice } from "./send-notice.tsx";
import type { SendState } from "./use-send.ts";

/** Enough of a file for its header and a few rows. */
const beginning = 16 * 1024;

interface Tried {
  given: Given;
  options: Options;
  report: ImportReport;
  samples: Record<string, string>;
}

/** `/desk/import`: choose or paste, see what would become of each row, import what can be, take it back. */
export function ImportDesk({
  initial,
  countries,
}: {
  initial: ImportSummary[];
  countries: DeskVocabulary["countries"];
}) {
  const client = useQueryClient();
  const { data: imports } = useQuery({
    queryKey: importsKey,
    queryFn: async ({ signal }) =>
      (await getJson<{ data: ImportSummary[] }>(writePaths.imports(), signal)).data,
    initialData: initial,
  });
  const [tried, setTried] = useState<Tried | null>(null);
  const [progress, setProgress] = useState<Progress | "sending" | null>(null);
  const [state, setState] = useState<SendState>({ step: "idle" });
  const again = useRef<() => void>(() => undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const paste = useRef<HTMLTextAreaElement>(null);

  const run = async (given: Given, options: Options, accept: number | null) => {
    again.current = () => void run(given, options, accept);
    setState({ step: "idle" });
    setProgress("sending");
    const start = await given.body.slice(0, beginning).text();
    const sent = await sendImport(given, options, accept, setProgress);
    setProgress(null);
    if (sent.outcome === "done") {
      const { report } = sent;
      const kept = optionsFrom(report, options.charset);
      setTried({ given, options: kept, report, samples: samplesOf(start, given.type) });
      await client.invalidateQueries({ queryKey: importsKey });
      heading.current?.focus();
    } else if (sent.outcome === "refused") setState({ step: "refused", problem: sent.problem });
    else setState({ step: sent.outcome });
  };
  const tryFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    const start = await chosen.slice(0, 100).text();
    await run({ name: chosen.name, body: chosen, type: typeOf(chosen.name, start) }, noOptions, null);
  };
  const chosenEarly = useRef(tryFile);
  chosenEarly.current = tryFile;
  // A file that was chosen before the page had come alive.
  useEffect(() => void chosenEarly.current(file.current?.files?.[0]), []);
  const tryPasted = () => {
    // The field keeps its own text: what is pasted before the page has come alive is not lost.
    const text = paste.current?.value ?? "";
    if (text.trim() === "") {
      paste.current?.focus();
      return;
    }
    const given = { name: "pasted", body: new Blob([text]), type: typeOf("", text.slice(0, 100)) };
    void run(given, noOptions, null);
  };
  const report = tried?.report;
  const busy = progress !== null;
  const importable = report ? report.rows - report.rejected : 0;
  return (
    <div className="import-desk">
      <header className="desk-head">
        <div>
          <h1>Import</h1>
          <p className="note">
            A list of agreements as CSV or JSON, 64 MiB at most. First a dry run shows what would become of
            each row; nothing is stored until you say so.
          </p>
        </div>
      </header>
      <section className="card padded import-give" aria-labelledby="import-give">
        <h2 id="import-give">The list</h2>
        <div className="import-ways">
          <div className="field">
            <label htmlFor="import-file">A file</label>
            <input
              ref={file}
              className="input"
              id="import-file"
              type="file"
              accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,text/csv,application/json"
              disabled={busy}
              onChange={(event) => void tryFile(event.target.files?.[0])}
            />
          </div>
          <div>
            <div className="field">
              <label htmlFor="import-paste">Or paste it, header first</label>
              <textarea ref={paste} className="textarea" id="import-paste" rows={3} spellCheck={false} />
            </div>
            <div className="actions">
              <button type="button" className="btn" disabled={busy} onClick={tryPasted}>
                Try what is pasted
              </button>
            </div>
          </div>
        </div>
      </section>
      <p className="import-progress" role="status">
        {progress === null
          ? ""
          : progress === "sending"
            ? "Sending the file…"
            : `${progress.phase === "checking" ? "Checking" : "Importing"}: ${progress.rows} rows so far…`}
      </p>
      <SendNotice state={state} here={paths.deskImport()} onAgain={() => again.current()} />
      {tried && report ? (
        <>
          <section className="import-outcome" aria-labelledby="import-outcome">
            <h2 id="import-outcome" ref={heading} tabIndex={-1}>
              {report.dryRun ? `Dry run of ${tried.given.name}` : `Imported ${tried.given.name}`}
            </h2>
            <p>
              {`${report.rows} rows: ${report.create} new, ${report.update} updates, ${report.unchanged} unchanged, ${report.rejected} rejected.`}
              {report.alreadyImported ? " This very file was imported before." : ""}
            </p>
            {report.dryRun && report.create + report.update > 0 ? (
              <div className="actions">
                <button
                  type="button"
                  className="btn primary"
                  disabled={busy}
                  onClick={() => void run(tried.given, tried.options, importable)}
                >
                  {`Import ${importable} of ${report.rows}`}
                </button>
              </div>
            ) : null}
            {report.id ? (
              <p>
                <a className="link" href={`#${report.id}`}>
                  See it among the past imports
                </a>
                , where it can be reverted as one.
              </p>
            ) : null}
          </section>
          <ImportResults key={`${report.fileHash}${report.dryRun}`} report={report} />
          {report.dryRun ? (
            <ImportMapping
              key={JSON.stringify(report.columns)}
              report={report}
              options={tried.options}
              samples={tried.samples}
              countries={countries}
              busy={busy}
              onTry={(options) => void run(tried.given, options, null)}
            />
          ) : null}
        </>
      ) : null}
      <ImportList imports={imports} />
    </div>
  );
}
