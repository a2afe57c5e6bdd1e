import type { Metadata } from "next";
import { FormField } from "#components/form-field.tsx";
import { FormNotice } from "#components/form-notice.tsx";
import { problemOf } from "#components/form-outcome.ts";
import { paths } from "#domain/paths.ts";
import { database } from "../_server/database.ts";
import { takeOutcome } from "../_server/outcome.ts";
import { oneWord, type PageWords } from "../_server/page-frame.ts";

export const metadata: Metadata = {
  title: "Freeze a view",
  description: "Keep a view as it is now: its rows, both clocks, its rule and its sources, under their hash.",
};

/** `/s`: what a frozen view is, and a form that freezes any view by its address. */
export default async function FreezePage({ searchParams }: { searchParams: Promise<PageWords> }) {
  const outcome = await takeOutcome(await database(), oneWord((await searchParams).told));
  const problem = problemOf(outcome, "path");
  return (
    <>
      <div className="page-head">
        <div>
          <p className="eyebrow">Share</p>
          <h1>Freeze a view</h1>
          <p className="deck">
            A frozen view keeps the very rows of a view, with both clocks, its counting rule and its sources,
            at an address made of their hash. Whatever is recorded later, it stays to the byte what it was,
            and tells how much has changed since.
          </p>
        </div>
      </div>
      <FormNotice outcome={outcome} fields={["path"]} />
      <form className="form" method="post" action={paths.freeze()}>
        <FormField
          label="Address of the view"
          name="path"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint="As it stands in the browser, from the first slash on, such as /timeline?party=UA&on=2024-05-14."
          defaultValue={outcome?.typed?.path}
          error={problem}
          autoFocus={problem !== undefined}
        />
        <div className="actions">
          <button className="btn primary" type="submit">
            Freeze it
          </button>
        </div>
      </form>
    </>
  );
}
