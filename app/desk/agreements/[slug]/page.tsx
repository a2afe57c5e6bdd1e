import type { Metadata } from "next";
import { AgreementHead } from "#components/agreement/agreement-head.tsx";
import { AgreementDesk } from "#components/desk/agreement-desk.tsx";
import { NoSuchAgreement } from "#components/desk/no-such-agreement.tsx";
import { defaultView } from "#domain/view.ts";
import { isSlug, typedSlug } from "../../../_server/agreement-view.ts";
import { answerNotFound } from "../../../_server/answer-status.ts";
import { deskAgreement } from "../../../_server/desk-view.ts";
import { requirePage } from "../../../_server/guard.tsx";
import { oneWord, type PageWords } from "../../../_server/page-frame.ts";

export const metadata: Metadata = { title: "Agreement at the desk", robots: { index: false } };

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<PageWords>;
}

/** `/desk/agreements/{slug}`: the work on one agreement. `?open=act` begins with a new act. */
export default async function DeskAgreementPage({ params, searchParams }: Props) {
  const { caller, refusal } = await requirePage("propose");
  if (refusal) return refusal;
  const slug = typedSlug((await params).slug);
  const found = isSlug(slug) ? await deskAgreement(caller.user, slug) : null;
  if (!found) {
    answerNotFound();
    return <NoSuchAgreement slug={slug} />;
  }
  const open = oneWord((await searchParams).open);
  return (
    <article className="agreement">
      <AgreementHead agreement={found.agreement} view={defaultView}>
        {null}
      </AgreementHead>
      <AgreementDesk data={{ ...found, open: open === "act" || open === "fields" ? open : null }} />
    </article>
  );
}
