import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InsecureNotice } from "#components/people/insecure-notice.tsx";
import { SignInForm } from "#components/people/sign-in-form.tsx";
import { paths } from "#domain/paths.ts";
import { returnPath } from "#domain/return-path.ts";
import { database } from "../_server/database.ts";
import { takeOutcome } from "../_server/outcome.ts";
import { oneWord, type PageWords } from "../_server/page-frame.ts";
import { currentCaller, isInsecure } from "../_server/session.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

/** `/sign-in`: the form, and after a sign-in that was refused why it was. Who is signed in goes on. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<PageWords> }) {
  const words = await searchParams;
  const next = returnPath(oneWord(words.next));
  const outcome = await takeOutcome(await database(), oneWord(words.told));
  if (outcome === null && (await currentCaller())) redirect(next ?? paths.desk());
  return (
    <div className="message">
      {isInsecure ? <InsecureNotice /> : null}
      <h1>Sign in</h1>
      <p className="deck">
        For those who keep the record; reading needs no account. An admin adds you and gives you a link, with
        which you choose your password.
      </p>
      <SignInForm next={next} outcome={outcome} />
    </div>
  );
}
