import { paths } from "#domain/paths.ts";
import { Moment } from "../moment.tsx";

import { DeedButton } from "./deed-button.tsx";

export interface ListedToken {
  id: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** The API tokens of a user. Their texts are known to nobody any more; a token is told by its dates. */
export function TokenList({ tokens }: { tokens: readonly ListedToken[] }) {
  return (
    <>
      {tokens.length > 0 ? (
        <ul className="holdings">
          {tokens.map(({ id, createdAt, expiresAt, usedAt }) => (
            <li key={id}>
              <div>
                <h3>
                  Made <Moment at={createdAt} />
                </h3>
                <p className="note">
                  {usedAt ? (
                    <>
                      Last used <Moment at={usedAt} />
                    </>
                  ) : (
                    "Never used"
                  )}
                  , good until <Moment at={expiresAt} />
                </p>
              </div>
              <form method="post" action={paths.account()}>
                <input type="hidden" name="which" value={id} />
                <DeedButton deed="revoke-token" name={`Revoke the token made ${createdAt}`}>
                  Revoke
                </DeedButton>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" action={paths.account()}>
        <DeedButton deed="make-token">Make a token</DeedButton>
      </form>
    </>
  );
}
