import type { Metadata } from "next";
import { ReviewDesk } from "#components/desk/review-desk.tsx";
import { proposalsFor } from "../../_server/desk-view.ts";
import { requirePage } from "../../_server/guard.tsx";

export const metadata: Metadata = { title: "Review", robots: { index: false } };

/** `/desk/review`: proposals to be decided; for contributors what became of theirs. */
export default async function ReviewPage() {
  const { caller, refusal } = await requirePage("propose");
  if (refusal) return refusal;
  const { id, name, role } = caller.user;
  return <ReviewDesk initial={await proposalsFor(caller.user)} me={{ id, name, role }} />;
}
