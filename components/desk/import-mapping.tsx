"use client";

import { useState } from "react";
import { type ColumnRole, columnRoleCodes, columnRoles } from "#domain/import/columns.ts";
import { type DateOrder, dateOrders } from "#domain/import/messy-date.ts";
import type { ImportReport } from "#domain/import/report.ts";
import type { DeskVocabulary } from "./desk-data.ts";
import type { Options } from "./import-send.ts";
import { ChoiceField } from "./text-field.tsx";

const orderWords: Record<DateOrder, string> = { dmy: "Day first: 3 April", mdy: "Month first: 4 March" };
const charsetWords: readonly (readonly [string, string])[] = [
  ["", "UTF-8, or UTF-16 with its mark"],
  ["windows-1252", "Windows-1252 or Latin-1 (western Europe)"],
  ["windows-1250", "Windows-1250 (central Europe)"],
  ["windows-1251", "Windows-1251 (Cyrillic)"],
  ["iso-8859-15", "Latin-9"],
];

/** A name that no country has, as the reason of a rejected row tells it. */
const unmatched = /^No country is called “(.+)”\./;
/** More names than this are asked for after the first ones are settled. */
const mostAsked = 30;

/** The names in the file that mean no country yet, and those that were settled. */
function namesToAsk({ results }: ImportReport, { parties }: Options): string[] {
  const open = results.flatMap(({ reasons }) =>
    reasons.flatMap(({ message }) => unmatched.exec(message)?.[1] ?? []),
  );
  return [...new Set([...parties.keys(), ...open])].slice(0, mostAsked);
}

/** How the file is read: which column means what, what dates and letters are, and who is meant by unknown names. */
export function ImportMapping({
  report,
  options,
  samples,
  countries,
  busy,
  onTry,
}: {
  report: ImportReport;
  options: Options;
  /** The first values under each header. */
  samples: Readonly<Record<string, string>>;
  countries: DeskVocabulary["countries"];
  busy: boolean;
  onTry: (options: Options) => void;
}) {
  const [draft, setDraft] = useState(options);
  const { mapped, ignored, further } = report.columns;
  const headers = [...new Set([...Object.values(mapped), ...ignored, ...further])].filter(Boolean);
  const chosen = (role: ColumnRole): string => draft.columns[role] ?? mapped[role] ?? "";
  const names = namesToAsk(report, draft);
  const settle = (name: string, code: string) => {
    const parties = new Map(draft.parties);
    if (code === "") parties.delete(name);
    else parties.set(name, [code]);
    setDraft({ ...draft, parties });
  };
  return (
    <form
      className="card padded import-mapping"
      aria-labelledby="import-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        onTry(draft);
      }}
    >
      <h2 id="import-mapping">How the file is read</h2>
      <p className="note">It is remembered for the next file with the same header.</p>
      <div className="import-columns">
        {columnRoleCodes.map((role) => (
          <ChoiceField
            key={role}
            id={`column-${role}`}
            label={columnRoles[role].label}
            value={chosen(role)}
            choices={[["", "not in the file"], ...headers.map((header) => [header, header] as const)]}
            hint={samples[chosen(role)] ? `such as ${samples[chosen(role)]}` : undefined}
            onChange={(header) => setDraft({ ...draft, columns: { ...draft.columns, [role]: header } })}
          />
        ))}
        <ChoiceField
          id="import-order"
          label="A date such as 03/04/2024"
          value={draft.order ?? ""}
          choices={[
            ["", "is rejected: it can be read in two ways"],
            ...dateOrders.map((order) => [order, orderWords[order]] as const),
          ]}
          onChange={(text) => setDraft({ ...draft, order: dateOrders.find((order) => order === text) })}
        />
        <ChoiceField
          id="import-charset"
          label="Letters of the file"
          value={draft.charset}
          choices={charsetWords}
          onChange={(charset) => setDraft({ ...draft, charset })}
        />
      </div>
      {names.length > 0 ? (
        <fieldset className="import-names">
          <legend>Who is meant</legend>
          <p className="note">
            Names that are no country’s. Nothing is guessed: choose, or leave their rows out.
          </p>
          <div className="import-columns">
            {names.map((name, index) => (
              <ChoiceField
                key={name}
                id={`party-${index}`}
                label={name}
                value={draft.parties.get(name)?.join("|") ?? ""}
                choices={[
                  ["", "leave its rows out"],
                  ...countries.map(({ code, name: country }) => [code, country] as const),
                ]}
                onChange={(code) => settle(name, code)}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <div className="actions form-end">
        <button type="submit" className="btn" disabled={busy}>
          Try again with this
        </button>
      </div>
    </form>
  );
}
