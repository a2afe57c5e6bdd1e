"use client";

import { type FormEvent, useState } from "react";

interface RevertFormProps {
  sequence: number;
  /** Where the change is reverted. */
  address: string;
  /** The revision of the agreement that the page shows. */
  seen: number;
}

/** What the server said against it, in words. */
async function complaint(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => null);
  const detail =
    typeof problem === "object" && problem !== null && "detail" in problem ? problem.detail : null;
  return typeof detail === "string" ? detail : `The server answered ${response.status}.`;
}

/** Undoes one change by a new one, with a reason; the page then shows both. */
export function RevertForm({ sequence, address, seen }: RevertFormProps) {
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({
    busy: false,
    problem: null,
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    setState({ busy: true, problem: null });
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json", "if-match": `"r${seen}"` },
        body: JSON.stringify({ reason }),
      });
      if (response.ok) window.location.reload();
      else setState({ busy: false, problem: await complaint(response) });
    } catch {
      setState({ busy: false, problem: "The server could not be reached; nothing was changed." });
    }
  };
  const field = `revert-${sequence}`;
  return (
    <details className="opens revert needs-script">
      <summary className="btn small">Revert</summary>
      <form className="panel" onSubmit={submit}>
        <div className="field">
          <label htmlFor={field}>Why it is reverted</label>
          <textarea className="textarea" id={field} name="reason" rows={2} maxLength={1000} required />
        </div>
        {state.problem === null ? null : (
          <p className="notice error" role="alert">
            {state.problem}
          </p>
        )}
        <div className="actions">
          <button className="btn primary" type="submit" disabled={state.busy}>
            Revert by a new change
          </button>
        </div>
      </form>
    </details>
  );
}
