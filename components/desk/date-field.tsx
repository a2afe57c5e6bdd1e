"use client";

import { readDateInput } from "#domain/date-input.ts";
import type { Day } from "#domain/day.ts";

interface DateFieldProps {
  id: string;
  label: string;
  value: string;
  today: Day;
  onChange: (typed: string) => void;
  /** Shown once the form was sent. */
  problem?: string | undefined;
  hint?: string;
  required?: boolean;
}

/** One field for any date, with what was understood beneath it. An ambiguous date gets its two meanings to choose from. */
export function DateField({
  id,
  label,
  value,
  today,
  onChange,
  problem,
  hint,
  required = false,
}: DateFieldProps) {
  const reading = value.trim() === "" ? null : readDateInput(value, today);
  const choices = reading && "choices" in reading ? reading.choices : [];
  const said =
    reading && "echo" in reading ? reading.echo : reading && "error" in reading ? reading.error : null;
  // The buttons go away with the choice, and the focus must not go with them.
  const choose = (edtf: string) => {
    onChange(edtf);
    document.getElementById(id)?.focus();
  };
  const wrong = problem !== undefined && !(reading && "edtf" in reading);
  return (
    <div className="field date-field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder="10 Jul 2024"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-echo`}
        aria-invalid={wrong ? true : undefined}
        aria-required={required ? true : undefined}
        aria-keyshortcuts="n"
      />
      <p className={wrong ? "echo error" : "echo"} id={`${id}-echo`}>
        {choices.length > 0 ? "This can mean two days. Which one?" : (said ?? (wrong ? problem : hint) ?? "")}
      </p>
      {choices.length > 0 ? (
        <div className="chips">
          {choices.map(({ edtf, label: words }) => (
            <button type="button" className="chip" key={edtf} onClick={() => choose(edtf)}>
              {words}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
