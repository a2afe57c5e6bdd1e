"use client";

import { useState } from "react";
import type { Collision } from "#domain/three-way.ts";
import { Icon } from "../icon.tsx";

export type Version = "base" | "theirs" | "yours";

const versions: readonly { version: Version; label: string }[] = [
  { version: "base", label: "Original" },
  { version: "theirs", label: "Theirs" },
  { version: "yours", label: "Yours" },
];

/** A value of any field in words. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(inWords).join("; ");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([name, part]) => name !== "key" && part !== "" && part !== null)
      .map(([, part]) => inWords(part))
      .join(", ");
  }
  return String(value);
}

/** Fields that two people changed: each is chosen, none is lost, and nothing is saved before. */
export function ConflictPanel({
  collisions,
  labelOf,
  onResolve,
  onDrop,
  submit,
}: {
  collisions: readonly Collision[];
  labelOf: (field: string) => string;
  onResolve: (choices: Readonly<Record<string, Version>>) => void;
  onDrop: () => void;
  submit: string;
}) {
  const [choices, setChoices] = useState<Record<string, Version>>({});
  const open = collisions.filter(({ field }) => !choices[field]).length;
  return (
    <section className="conflict-panel" aria-labelledby="conflict-title" role="alert">
      <h3 id="conflict-title">
        <Icon name="warning" />
        Somebody changed the same while you were writing
      </h3>
      <p>
        Nothing is saved yet and nothing is lost. Fields that only one of you changed are merged; choose for{" "}
        {collisions.length === 1 ? "this one" : "each of these"}.
      </p>
      {collisions.map((collision) => (
        <fieldset key={collision.field} className="collision">
          <legend>{labelOf(collision.field)}</legend>
          {versions.map(({ version, label }) => (
            <label key={version} className="version">
              <input
                type="radio"
                name={`conflict-${collision.field}`}
                checked={choices[collision.field] === version}
                onChange={() => setChoices({ ...choices, [collision.field]: version })}
              />
              <span>
                <b>{label}</b>
                <span className="value">{inWords(collision[version])}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="actions">
        <button type="button" className="btn primary" disabled={open > 0} onClick={() => onResolve(choices)}>
          {submit}
        </button>
        <button type="button" className="btn" onClick={onDrop}>
          Drop mine
        </button>
        {open > 0 ? (
          <span className="note">{open === 1 ? "One field to choose." : `${open} fields to choose.`}</span>
        ) : null}
      </div>
    </section>
  );
}
