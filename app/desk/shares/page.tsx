import type { Metadata } from "next";
import { FormNotice } from "#components/form-notice.tsx";
import { FrozenList } from "#components/share/frozen-list.tsx";
import { WithdrawForm } from "#components/share/withdraw-form.tsx";
import { listShares } from "#db/queries/shares.ts";
import { grouped, plural } from "#domain/numbers.ts";
import { database } from "../../_server/database.ts";
import { requirePage } from "../../_server/guard.tsx";
import { takeOutcome } from "../../_server/outcome.ts";
import { oneWord, type PageWords } from "../../_server/page-frame.ts";

export const metadata: Metadata = { title: "Frozen views", robots: { index: false } };

/** `/desk/shares`: what was frozen last, for admins, who may withdraw it. */
export default async function FrozenViewsPage({ searchParams }: { searchParams: Promise<PageWords> }) {
  const { refusal } = await requirePage("administer");
  if (refusal) return refusal;
  const db = await database();
  const outcome = await takeOutcome(db, oneWord((await searchParams).told));
  const { shares, total } = await listShares(db);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="eyebrow">Desk</p>
          <h1>Frozen views</h1>
          <p className="deck">
            Anyone may freeze a view, and its address holds for ever. Where one must go, for the law or
            because somebody is harmed by it, withdraw it: its address then says that it was withdrawn, and
            why.
          </p>
        </div>
      </div>
      <FormNotice outcome={outcome} fields={[]} />
      <section className="section" aria-labelledby="shares-all">
        <h2 id="shares-all">
          {shares.length < total
            ? `The last ${shares.length} of ${grouped(total)} frozen views`
            : plural(total, "frozen view")}
        </h2>
        {total === 0 ? <p className="note">Nobody has frozen a view yet.</p> : null}
        <FrozenList shares={shares} open={outcome?.typed?.which} />
      </section>
      {shares.length < total ? (
        <section className="section" aria-labelledby="shares-one">
          <h2 id="shares-one">Another one</h2>
          <WithdrawForm />
        </section>
      ) : null}
    </>
  );
}
