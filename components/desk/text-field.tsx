"use client";

import type { ComponentProps, ReactNode } from "react";

interface Told {
  id: string;
  label: ReactNode;
  hint?: string | undefined;
  problem?: string | undefined;
}

const describedBy = ({ id, hint, problem }: Told) =>
  [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ") || undefined;

function Frame({ children, ...told }: Told & { children: ReactNode }) {
  const { id, label, hint, problem } = told;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? (
        <p className="echo" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="echo error" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

type FieldProps<Tag extends "input" | "textarea"> = Told &
  Omit<ComponentProps<Tag>, "onChange" | "value"> & { value: string; onChange: (text: string) => void };

/** A line of text with its label; hint and problem are read with it. */
export function TextField({ id, label, hint, problem, onChange, ...input }: FieldProps<"input">) {
  const told = { id, label, hint, problem };
  return (
    <Frame {...told}>
      <input
        className="input"
        id={id}
        autoComplete="off"
        aria-describedby={describedBy(told)}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...input}
      />
    </Frame>
  );
}

/** The same for several lines. */
export function TextArea({ id, label, hint, problem, onChange, ...input }: FieldProps<"textarea">) {
  const told = { id, label, hint, problem };
  return (
    <Frame {...told}>
      <textarea
        className="textarea"
        id={id}
        rows={3}
        aria-describedby={describedBy(told)}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...input}
      />
    </Frame>
  );
}

/** One of a few, as a list that opens. */
export function ChoiceField({
  id,
  label,
  value,
  choices,
  onChange,
  hint,
  problem,
}: Told & {
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}) {
  const told = { id, label, hint, problem };
  return (
    <Frame {...told}>
      <select
        className="select"
        id={id}
        value={value}
        aria-describedby={describedBy(told)}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  );
}
