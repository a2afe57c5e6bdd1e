"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Instant } from "#domain/clocks.ts";
import { apiPaths } from "#domain/paths.ts";
import type { Draft, DraftAnswer } from "#domain/wire-desk.ts";
import { readLocal, writeLocal } from "./local-draft.ts";
import { send } from "./send.ts";

/** Milliseconds without a key before the server gets the draft. */
const idle = 2_000;

export type DraftState = "none" | "typing" | "saved" | "local";

interface DraftOptions<Body extends Record<string, unknown>> {
  subject: string;
  /** Whose draft it is: on a shared machine nobody sees another's. */
  owner: string;
  /** The server's copy when the page was made. */
  kept: Draft | null;
  pristine: Body;
  /** Whether anything is worth keeping. */
  isTouched: (body: Body) => boolean;
}

/**
 * A form that is never lost: every change goes to this browser at once and to the server after two seconds of rest.
 * The copy of this browser wins while the server has not got it, the server's copy in every other case.
 */
export function useDraft<Body extends Record<string, unknown>>({
  subject,
  owner,
  kept,
  pristine,
  isTouched,
}: DraftOptions<Body>) {
  const [body, setBody] = useState<Body>((kept?.body as Body | undefined) ?? pristine);
  const [state, setState] = useState<DraftState>(kept ? "saved" : "none");
  const [savedAt, setSavedAt] = useState<Instant | null>(kept?.updatedAt ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const seen = useRef<Instant | null>(kept?.updatedAt ?? null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Body | null>(null);
  const worthy = useRef(isTouched);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const unsent = waiting.current;
    if (unsent === null) return;
    waiting.current = null;
    const request = {
      method: "PUT" as const,
      path: apiPaths.draft(subject),
      body: { body: unsent },
      revision: null,
    };
    const sent = await send<DraftAnswer>(request);
    if (sent.outcome === "done" && sent.value.data) {
      seen.current = sent.value.data.updatedAt;
      setSavedAt(sent.value.data.updatedAt);
      // What was typed meanwhile is another draft, and has its own timer.
      if (waiting.current === null) {
        writeLocal(owner, subject, { body: unsent, seen: seen.current, sent: true });
        setState("saved");
      }
      return;
    }
    waiting.current ??= unsent;
    setState("local");
  }, [owner, subject]);

  const drop = useCallback(
    (next: Body) => {
      clearTimeout(timer.current);
      waiting.current = null;
      const had = seen.current !== null;
      seen.current = null;
      writeLocal(owner, subject, null);
      setBody(next);
      setState("none");
      setSavedAt(null);
      setRestored(false);
      if (had) void send({ method: "DELETE", path: apiPaths.draft(subject), body: {}, revision: null });
    },
    [owner, subject],
  );

  const change = useCallback(
    (next: Body) => {
      if (!worthy.current(next)) {
        drop(next);
        return;
      }
      setBody(next);
      setState("typing");
      waiting.current = next;
      writeLocal(owner, subject, { body: next, seen: seen.current, sent: false });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, idle);
    },
    [drop, flush, owner, subject],
  );

  // Once, when the form appears: from then on the form itself is the draft.
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    const local = readLocal(owner, subject);
    if (!local || local.sent || !worthy.current(local.body as Body)) return;
    change(local.body as Body);
    setRestored(true);
  }, [owner, subject, change]);

  // A draft that could not be sent is sent when the network or the session is back.
  useEffect(() => {
    const again = () => void flush();
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
      void flush();
    };
  }, [flush]);

  return {
    body,
    change,
    drop,
    flush,
    state,
    savedAt,
    restored,
    unsaved: state === "typing" || state === "local",
  };
}
