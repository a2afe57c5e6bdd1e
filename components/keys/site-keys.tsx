"use client";

import { type ComponentType, useCallback, useEffect, useState } from "react";
import { isShortcut } from "./setting.ts";

const folded = "details:is(.opens, .as-of details)[open]";

/** Panels close on a press elsewhere, and on Escape, which returns to what opened them. */
function useFoldedPanels() {
  useEffect(() => {
    const close = (event: Event) => {
      for (const panel of document.querySelectorAll<HTMLDetailsElement>(folded)) {
        const inside = event.target instanceof Node && panel.contains(event.target);
        if (event instanceof KeyboardEvent ? event.key !== "Escape" || !inside : inside) continue;
        panel.open = false;
        if (inside) panel.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
}

/** The keys that work on every page, with the list of them. Both are fetched when they are first asked for. */
export function SiteKeys() {
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const showList = useCallback(() => {
    import("./keys-dialog.tsx")
      .then(({ KeysDialog }) => setDialog(() => KeysDialog))
      // Without it the keys work all the same.
      .catch(() => undefined);
  }, []);
  useFoldedPanels();
  useEffect(() => {
    let handle: ((event: KeyboardEvent) => void) | null = null;
    const waiting: KeyboardEvent[] = [];
    const press = (event: KeyboardEvent) => {
      if (handle) return handle(event);
      if (!isShortcut(event) || waiting.push(event) > 1) return;
      import("./key-commands.ts")
        .then(({ keyCommands }) => {
          handle = keyCommands(showList);
          for (const pressed of waiting.splice(0)) handle(pressed);
        })
        .catch(() => waiting.splice(0));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [showList]);
  return (
    <>
      <button
        type="button"
        className="text-button needs-script"
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onClick={showList}
      >
        Keyboard shortcuts
      </button>
      {Dialog ? <Dialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
