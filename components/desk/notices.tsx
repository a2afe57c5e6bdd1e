"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "../icon.tsx";

/** Something to be said beside the work: what was done, with a way back, or what was not done and why. */
export interface Notice {
  words: string;
  kind: "done" | "failed";
  /** Takes back what was done, for as long as the notice stands. */
  undo?: () => void;
}

interface Shown extends Notice {
  id: number;
}

/** How long a notice stands, in milliseconds; a failure stands until it is closed. */
const stands = 10_000;
const most = 3;
const none: readonly Shown[] = [];

let shown: readonly Shown[] = none;
let count = 0;
const listeners = new Set<() => void>();

function show(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}
const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const close = (id: number) => show(shown.filter((one) => one.id !== id));

/** Says it; the latest three stand. */
export function notify(notice: Notice): void {
  count += 1;
  show([...shown, { ...notice, id: count }].slice(-most));
}

function NoticeCard({ notice }: { notice: Shown }) {
  const { id, words, kind, undo } = notice;
  const [held, setHeld] = useState(false);
  // It waits while somebody points at it or stands in it.
  useEffect(() => {
    if (held || kind === "failed") return;
    const timer = setTimeout(() => close(id), stands);
    return () => clearTimeout(timer);
  }, [held, id, kind]);
  return (
    <li
      className={`desk-notice ${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={kind === "done" ? "check" : "warning"} />
      <span>{words}</span>
      {undo ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            close(id);
            undo();
          }}
        >
          Undo
        </button>
      ) : null}
      <button
        type="button"
        className="btn small square"
        aria-label="Close this notice"
        onClick={() => close(id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** Where notices stand; they are read out when nothing else is being said. */
export function Notices() {
  const notices = useSyncExternalStore(
    watch,
    () => shown,
    () => none,
  );
  return (
    <section className="desk-notices" aria-label="Notices" aria-live="polite">
      <ul>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
