import type { Metadata } from "next";
import { DeskHome } from "#components/desk/desk-home.tsx";
import { deskAnswer } from "../_server/desk-view.ts";
import { requirePage } from "../_server/guard.tsx";

export const metadata: Metadata = { title: "Desk", robots: { index: false } };

/** `/desk`: what needs attention, and the ways into the work. */
export default async function DeskPage() {
  const { caller, refusal } = await requirePage("propose");
  if (refusal) return refusal;
  const { id, name, role } = caller.user;
  return <DeskHome initial={await deskAnswer(caller.user)} me={{ id, name, role }} />;
}
