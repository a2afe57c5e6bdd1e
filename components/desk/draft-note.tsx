"use client";

import type { Instant } from "#domain/clocks.ts";
import type { DraftState } from "./use-draft.ts";

/** Where the form is kept; said once it rests, never while one types. */
export function DraftNote({
  state,
  savedAt,
  restored,
}: {
  state: DraftState;
  savedAt: Instant | null;
  restored: boolean;
}) {
  const words: Record<DraftState, string> = {
    none: "",
    typing: "Draft kept in this browser",
    local: "Draft kept in this browser only; the server cannot be reached",
    saved: savedAt === null ? "" : `Draft saved ${savedAt.slice(11, 16)} UTC`,
  };
  return (
    <span className="note draft-note">
      {restored && state !== "none" ? <b>Your draft is back. </b> : null}
      {words[state]}
    </span>
  );
}
