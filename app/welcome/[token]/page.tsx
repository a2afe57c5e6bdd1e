import type { Metadata } from "next";
import Link from "next/link";
import { InsecureNotice } from "#components/people/insecure-notice.tsx";
import { WelcomeForm } from "#components/people/welcome-form.tsx";
import { linkHolder } from "#db/queries/people.ts";
import { paths } from "#domain/paths.ts";
import { answerGone } from "../../_server/answer-status.ts";
import { database } from "../../_server/database.ts";
import { takeOutcome } from "../../_server/outcome.ts";
import { oneWord, type PageWords } from "../../_server/page-frame.ts";
import { isInsecure } from "../../_server/session.ts";

export const metadata: Metadata = { title: "Welcome", robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<PageWords>;
}

/** `/welcome/{token}`: the first admin or somebody invited chooses a password. Looking at it does not use the link up. */
export default async function WelcomePage({ params, searchParams }: Props) {
  const { token } = await params;
  const link = await linkHolder(await database(), token, new Date().toISOString());
  if (!link) {
    answerGone();
    return <DeadLink />;
  }
  const { purpose, name, email } = link;
  const invited = email === null || name === null ? null : { email, name };
  return (
    <div className="message">
      {isInsecure ? <InsecureNotice /> : null}
      <h1>{purpose === "first-admin" ? "Make the first admin" : "Welcome"}</h1>
      <p className="deck">
        {purpose === "first-admin"
          ? "This record has no user yet. The first one is an admin, who may add everybody else."
          : "You were added to those who keep this record. Choose a password; this link works once."}
      </p>
      <WelcomeForm
        token={token}
        invited={invited}
        outcome={await takeOutcome(await database(), oneWord((await searchParams).told))}
      />
    </div>
  );
}

function DeadLink() {
  return (
    <div className="message">
      <p className="eyebrow">410</p>
      <h1>This link does not work any more</h1>
      <p className="deck">
        It was used, has expired, was replaced by a newer one, or lost a part when it was copied. An admin can
        give you another one; the first admin’s is printed each time the server starts.
      </p>
      <div className="actions">
        <Link className="btn primary" href={paths.signIn()}>
          Sign in
        </Link>
        <Link className="btn" href={paths.home()}>
          Overview
        </Link>
      </div>
    </div>
  );
}
