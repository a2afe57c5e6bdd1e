import type { Metadata } from "next";
import { FormNotice } from "#components/form-notice.tsx";
import { NameForm, PasswordForm } from "#components/people/account-forms.tsx";
import { SessionList } from "#components/people/session-list.tsx";
import { TokenList } from "#components/people/token-list.tsx";
import { sessionsOf, tokensOf } from "#db/queries/people.ts";
import { paths } from "#domain/paths.ts";
import { database } from "../../_server/database.ts";
import { requirePage } from "../../_server/guard.tsx";
import { takeOutcome } from "../../_server/outcome.ts";
import { oneWord, type PageWords } from "../../_server/page-frame.ts";
import { type Caller, unusedSince } from "../../_server/session.ts";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

async function holdingsOf({ user, secretId }: Caller) {
  const db = await database();
  const now = new Date().toISOString();
  const [sessions, tokens] = await Promise.all([
    sessionsOf(db, user.id, now, unusedSince(now)),
    tokensOf(db, user.id, now),
  ]);
  return {
    tokens,
    sessions: sessions.map(({ id, device, createdAt, usedAt }) => ({
      id,
      device: device ?? "A program",
      createdAt: createdAt.toISOString(),
      usedAt: usedAt.toISOString(),
      isThis: id === secretId,
    })),
  };
}

/** `/desk/account`: a user's own name, password, sessions and API tokens. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<PageWords> }) {
  const { caller, refusal } = await requirePage("propose");
  if (refusal) return refusal;
  const { user } = caller;
  const outcome = await takeOutcome(await database(), oneWord((await searchParams).told));
  const { sessions, tokens } = await holdingsOf(caller);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="eyebrow">
            {user.email}, {user.role}
          </p>
          <h1>Account</h1>
        </div>
        <form className="actions" method="post" action={paths.signOut()}>
          <button className="btn" type="submit">
            Sign out
          </button>
        </form>
      </div>
      <FormNotice outcome={outcome} fields={["name", "current", "password"]} />
      <section className="section" aria-labelledby="account-name">
        <h2 id="account-name">Name</h2>
        <NameForm user={user} outcome={outcome} />
      </section>
      <section className="section" aria-labelledby="account-password">
        <h2 id="account-password">Password</h2>
        <p className="prose">A new password signs you out everywhere else. API tokens stay.</p>
        <PasswordForm user={user} outcome={outcome} />
      </section>
      <section className="section" aria-labelledby="account-sessions">
        <h2 id="account-sessions">Where you are signed in</h2>
        <SessionList sessions={sessions} />
      </section>
      <section className="section" aria-labelledby="account-tokens">
        <h2 id="account-tokens">API tokens</h2>
        <p className="prose">
          With a token a program writes in your name: it sends the header{" "}
          <code>Authorization: Bearer TOKEN</code>. It is shown once, and is good for a year.
        </p>
        <TokenList tokens={tokens} />
      </section>
    </>
  );
}
