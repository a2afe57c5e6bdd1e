"use client";

import { useState } from "react";
import { CopyButton } from "../agreement/copy-button.tsx";
import { Icon } from "../icon.tsx";

type Outcome = { url: string } | { problem: string };

async function freeze(path: string): Promise<Outcome> {
  try {
    const answer = await fetch("/api/v1/shares", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ path }),
    });
    const body = await answer.json();
    return answer.ok ? { url: String(body.url) } : { problem: String(body.detail) };
  } catch {
    return { problem: "The server could not be reached. Nothing was frozen." };
  }
}

/** Freezes the view at `path` and hands out its address. */
export function FreezeButton({ path }: { path: string }) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const press = async () => {
    setBusy(true);
    setOutcome(await freeze(path));
    setBusy(false);
  };
  return (
    <div className="freeze">
      <button type="button" className="btn small needs-script" onClick={press} disabled={busy}>
        <Icon name="clock" />
        Freeze this view
      </button>
      <div role="status">
        {outcome === null ? null : "problem" in outcome ? (
          <p className="error">{outcome.problem}</p>
        ) : (
          <>
            <p>
              Frozen: <a href={outcome.url}>{outcome.url.replace(/^https?:\/\//, "").slice(0, 48)}…</a>
            </p>
            <CopyButton text={outcome.url} label="Copy frozen link" />
          </>
        )}
      </div>
    </div>
  );
}
