"use client";

import type { ReactNode } from "react";
import { grouped } from "#domain/numbers.ts";
import { Icon } from "./icon.tsx";

export interface FacetOption {
  value: string;
  label: string;
  count: number;
}

/** A menu of the filter bar: it opens without script, and only one at a time. */
export function FilterMenu({
  label,
  value,
  end = false,
  onTurn,
  children,
}: {
  label: string;
  /** What is chosen, in words; null when nothing is. */
  value: string | null;
  end?: boolean;
  /** Called when it was opened or closed. */
  onTurn?: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <details
      className={end ? "filter-menu end" : "filter-menu"}
      name="filter-menu"
      onToggle={(event) => onTurn?.(event.currentTarget.open)}
    >
      <summary className={value === null ? "chip" : "chip on"}>
        <span>
          {label}
          {value === null ? null : <b>: {value}</b>}
        </span>
        <Icon name="chevron" />
      </summary>
      <div className="panel">
        {children}
        <button className="btn small without-script" type="submit">
          Apply
        </button>
      </div>
    </details>
  );
}

/** The values of one word with how many rows each would show; several may be chosen. */
export function FacetOptions({
  word,
  label,
  options,
  chosen,
}: {
  word: string;
  label: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
}) {
  return (
    <fieldset className="options">
      <legend>{label}</legend>
      <div>
        {options.map(({ value, label: name, count }) => (
          <label key={value} className="check">
            <input type="checkbox" name={word} value={value} defaultChecked={chosen.includes(value)} />
            <span>{name}</span>
            <span className="count">{grouped(count)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of several, such as the counting rule; the default has an empty value and is never written. */
export function ChoiceOptions({
  word,
  label,
  options,
  chosen,
}: {
  word: string;
  label: string;
  options: readonly { value: string; label: string; note?: string }[];
  chosen: string;
}) {
  return (
    <fieldset className="options">
      <legend>{label}</legend>
      {options.map(({ value, label: name, note }) => (
        <label key={value} className="check">
          <input type="radio" name={word} value={value} defaultChecked={value === chosen} />
          <span>
            {name}
            {note ? <small>{note}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
