"use client";

import { useState } from "react";
import { Icon } from "../icon.tsx";
import type { DeskVocabulary } from "./desk-data.ts";

/** The country that a text names, by its name or its code. */
const countryIn = (text: string, countries: DeskVocabulary["countries"]) => {
  const wanted = text.trim().toLowerCase();
  return countries.find(({ code, name }) => name.toLowerCase() === wanted || code.toLowerCase() === wanted);
};

/** The countries of one side: those chosen, and a field with suggestions for one more. */
export function SideField({
  id,
  label,
  codes,
  countries,
  problem,
  onChange,
}: {
  id: string;
  label: string;
  codes: readonly string[];
  countries: DeskVocabulary["countries"];
  problem?: string | undefined;
  onChange: (codes: string[]) => void;
}) {
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState(false);
  const add = (typed: string, isFinal: boolean) => {
    const found = countryIn(typed, countries);
    setUnknown(isFinal && typed.trim() !== "" && !found);
    if (found && (isFinal || typed.length > 2)) {
      if (!codes.includes(found.code)) onChange([...codes, found.code]);
      setText("");
    } else setText(typed);
  };
  const words = unknown ? `We know no country “${text.trim()}”. Choose one of the list.` : problem;
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  return (
    <div className="field side-field">
      <label htmlFor={id}>{label}</label>
      {codes.length > 0 ? (
        <ul className="chips">
          {codes.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="chip"
                aria-label={`Remove ${nameOf(code)} from this side`}
                onClick={() => onChange(codes.filter((one) => one !== code))}
              >
                {nameOf(code)}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        className="input"
        id={id}
        list={`${id}-list`}
        value={text}
        placeholder={codes.length > 0 ? "Another country of this side" : "Country"}
        autoComplete="off"
        aria-describedby={words ? `${id}-problem` : undefined}
        aria-invalid={words ? true : undefined}
        onChange={(event) => add(event.target.value, false)}
        onBlur={() => add(text, true)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || text.trim() === "" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add(text, true);
        }}
      />
      <datalist id={`${id}-list`}>
        {countries.map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
      {words ? (
        <p className="echo error" id={`${id}-problem`}>
          {words}
        </p>
      ) : null}
    </div>
  );
}
