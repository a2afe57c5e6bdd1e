"use client";

import { type ActKind, actKindCodes, actKinds } from "#domain/act.ts";
import type { NextAct } from "#domain/next-acts.ts";
import { stages } from "#domain/stage.ts";
import { StageGlyph } from "../stage-glyph.tsx";
import { type RadioCard, RadioCards } from "./radio-cards.tsx";

/** As many cards as there are keys for. */
const mostCards = 8;
const other = "other";
type Choice = ActKind | typeof other;

const why = ({ expected, usual, to }: NextAct): string => {
  if (expected) return "expected next";
  if (usual > 0) return `next in ${usual} ${usual === 1 ? "agreement" : "agreements"}`;
  return `leads to ${stages[to].label.toLowerCase()}`;
};

function cardsOf(next: readonly NextAct[]): RadioCard<Choice>[] {
  const acts = next.slice(0, mostCards).map(
    (act, index): RadioCard<Choice> => ({
      value: act.kind,
      label: actKinds[act.kind].label,
      mark: <StageGlyph drawing={stages[act.to].drawing} />,
      sub: why(act),
      hotkey: String(index + 1),
    }),
  );
  return [
    ...acts,
    {
      value: other,
      label: "Note, no stage change",
      mark: <i className="dot" aria-hidden="true" />,
      sub: "a meeting, a statement, an approval at home, …",
      hotkey: "0",
    },
  ];
}

/** Kinds that have no card: first those that move no stage. */
function othersOf(next: readonly NextAct[]) {
  const shown = new Set(next.slice(0, mostCards).map(({ kind }) => kind));
  const left = actKindCodes.filter((kind) => !shown.has(kind));
  return {
    notes: left.filter((kind) => !actKinds[kind].moves),
    moves: left.filter((kind) => actKinds[kind].moves),
  };
}

/** The kind that a key chooses; null when there is no such card. */
export function kindByKey(next: readonly NextAct[], key: string): ActKind | null {
  if (key === "0") return othersOf(next).notes.find((kind) => kind === "meeting") ?? null;
  return next.slice(0, mostCards)[Number(key) - 1]?.kind ?? null;
}

/** What happened: the plausible next acts as cards, everything else in a list that opens. */
export function WhatHappened({
  kind,
  next,
  problem,
  onChange,
}: {
  kind: ActKind | "";
  next: readonly NextAct[];
  problem?: string | undefined;
  onChange: (kind: ActKind) => void;
}) {
  const { notes, moves } = othersOf(next);
  const hasCard = next.slice(0, mostCards).some((one) => one.kind === kind);
  const value = kind === "" ? "" : hasCard ? kind : other;
  return (
    <div className="what">
      <RadioCards<Choice>
        id="act-kind"
        legend="What happened"
        value={value}
        cards={cardsOf(next)}
        problem={problem}
        onChange={(choice) => onChange(choice === other ? (kindByKey(next, "0") ?? "meeting") : choice)}
      />
      {value === other ? (
        <div className="field">
          <label htmlFor="act-other">Which one</label>
          <select
            className="select"
            id="act-other"
            value={kind}
            onChange={(event) => {
              const chosen = actKindCodes.find((code) => code === event.target.value);
              if (chosen) onChange(chosen);
            }}
          >
            <optgroup label="No stage change">
              {notes.map((code) => (
                <option key={code} value={code}>
                  {actKinds[code].label}
                </option>
              ))}
            </optgroup>
            <optgroup label="Acts that can move the stage">
              {moves.map((code) => (
                <option key={code} value={code}>
                  {actKinds[code].label}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
      ) : null}
    </div>
  );
}
