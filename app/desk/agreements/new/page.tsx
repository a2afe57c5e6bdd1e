import type { Metadata } from "next";
import { NewAgreement } from "#components/desk/new-agreement.tsx";
import { newAgreementDesk } from "../../../_server/desk-view.ts";
import { requirePage } from "../../../_server/guard.tsx";

export const metadata: Metadata = { title: "New agreement", robots: { index: false } };

/** `/desk/agreements/new`: the form of a new agreement. */
export default async function NewAgreementPage() {
  const { caller, refusal } = await requirePage("propose");
  if (refusal) return refusal;
  return <NewAgreement {...(await newAgreementDesk(caller.user))} />;
}
