import { paths } from "#domain/paths.ts";
import { DeedButton } from "../people/deed-button.tsx";

/** Withdraws a frozen view, for a reason; without `hash` it asks for that too. */
export function WithdrawForm({ hash }: { hash?: string }) {
  const id = hash ?? "any";
  return (
    <form method="post" action={paths.frozenViews()}>
      {hash === undefined ? (
        <div className="field">
          <label htmlFor="which">Hash, or at least 22 digits of it</label>
          <input className="input" id="which" name="which" autoComplete="off" spellCheck={false} required />
        </div>
      ) : (
        <input type="hidden" name="which" value={hash} />
      )}
      <div className="field">
        <label htmlFor={`reason-${id}`}>Reason, which everybody will read</label>
        <input className="input" id={`reason-${id}`} name="reason" maxLength={500} required />
      </div>
      <DeedButton deed="withdraw">Withdraw it</DeedButton>
    </form>
  );
}
