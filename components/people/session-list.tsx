import { paths } from "#domain/paths.ts";
import { Moment } from "../moment.tsx";

import { DeedButton } from "./deed-button.tsx";

export interface ListedSession {
  id: string;
  /** The kind of browser. */
  device: string;
  createdAt: string;
  usedAt: string;
  /** The one that asks. */
  isThis: boolean;
}

/** Where a user is signed in, each with a way to end it. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  return (
    <>
      <ul className="holdings">
        {sessions.map(({ id, device, createdAt, usedAt, isThis }) => (
          <li key={id}>
            <div>
              <h3>{isThis ? `${device} (here)` : device}</h3>
              <p className="note">
                Since <Moment at={createdAt} />, last used <Moment at={usedAt} />
              </p>
            </div>
            <form method="post" action={paths.account()}>
              <input type="hidden" name="which" value={id} />
              <DeedButton deed="end-session" name={`Sign out: ${device}${isThis ? ", here" : ""}`}>
                Sign out
              </DeedButton>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.account()}>
        <DeedButton deed="end-sessions">Sign out everywhere</DeedButton>
      </form>
    </>
  );
}
