"use client";

import { useState } from "react";
import { Icon } from "../icon.tsx";

/** Copies a text. It says so itself, and says so too where the browser does not let it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [done, setDone] = useState<"copied" | "refused" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone("copied");
    } catch {
      setDone("refused");
    }
  };
  return (
    <>
      <button type="button" className="btn small needs-script" onClick={copy}>
        <Icon name={done === "copied" ? "check" : "copy"} />
        {label}
      </button>
      <span className="note" aria-live="polite">
        {done === "copied" ? "Copied." : done === "refused" ? "Select the text to copy it." : ""}
      </span>
    </>
  );
}
