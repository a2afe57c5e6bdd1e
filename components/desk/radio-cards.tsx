"use client";

import type { ReactNode } from "react";

export interface RadioCard<Value extends string> {
  value: Value;
  label: string;
  /** What stands before the label, such as a glyph. */
  mark?: ReactNode;
  sub?: string | undefined;
  /** The key that chooses it. */
  hotkey?: string | undefined;
}

/** A group of radio buttons as cards: one stop for Tab, arrows go round. */
export function RadioCards<Value extends string>({
  id,
  legend,
  value,
  cards,
  onChange,
  problem,
  small = false,
}: {
  id: string;
  legend: string;
  value: Value | "";
  cards: readonly RadioCard<Value>[];
  onChange: (value: Value) => void;
  problem?: string | undefined;
  small?: boolean;
}) {
  return (
    <fieldset
      className={small ? "radio-cards small" : "radio-cards"}
      id={id}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend className="field-label">{legend}</legend>
      <div className="cards">
        {cards.map(({ value: own, label, mark, sub, hotkey }) => (
          <label key={own} className="radio-card">
            <input
              type="radio"
              name={id}
              value={own}
              checked={own === value}
              onChange={() => onChange(own)}
              aria-keyshortcuts={hotkey}
            />
            {mark}
            <span className="words">
              <b>{label}</b>
              {sub ? <small>{sub}</small> : null}
            </span>
            {hotkey ? (
              <span className="key" aria-hidden="true">
                {hotkey}
              </span>
            ) : null}
          </label>
        ))}
      </div>
      {problem ? (
        <p className="echo error" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
