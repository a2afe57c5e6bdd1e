"use client";

import { type FormEvent, useState } from "react";
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

/** Freezes the view at `path` and hands out its address; without script the form at `action` leads there. */
export function FreezeButton({ path, action }: { path: string; action: string }) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setOutcome(await freeze(path));
    setBusy(false);
  };
  return (
    <form className="freeze" method="post" action={action} onSubmit={send}>
      <input type="hidden" name="path" value={path} />
      <button type="submit" className="btn small" disabled={busy}>
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
    </form>
  );
}
