"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { writePaths } from "#domain/paths.ts";
import { may } from "#domain/permission.ts";
import type { Proposal } from "#domain/wire-proposal.ts";
import type { Me } from "./desk-data.ts";
import { notify } from "./notices.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { getJson } from "./send.ts";
import { useKeys } from "./use-keys.ts";
import { useSend } from "./use-send.ts";

const key = ["proposals"] as const;

/** The proposals that wait, one after the other; for a contributor their own, decided ones too. */
export function ReviewDesk({ initial, me }: { initial: Proposal[]; me: Me }) {
  const reviews = may(me.role, "review");
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await getJson<{ data: Proposal[] }>(writePaths.proposals(reviews ? "waiting" : null), signal)).data,
    initialData: initial,
  });
  const [at, setAt] = useState(0);
  const [returning, setReturning] = useState<Proposal | null>(null);
  const [said, setSaid] = useState("");
  const { state, run } = useSend(false);
  const busy = state.step === "sending";
  const current = data[Math.min(at, data.length - 1)] ?? null;
  const decidable = current && reviews && !current.own && current.state === "waiting" ? current : null;

  const goTo = (step: number) => {
    if (data.length === 0) return;
    const next = Math.min(Math.max(at + step, 0), data.length - 1);
    setAt(next);
    const card = document.getElementById(data[next]?.id ?? "");
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "start" });
  };
  const decide = async (proposal: Proposal, decision: "accept" | "reject", note: string) => {
    if (busy) return;
    const sent = await run({
      method: "POST",
      path: writePaths.decision(proposal.id, decision),
      body: { note: note === "" ? null : note },
      revision: null,
    });
    await client.invalidateQueries({ queryKey: key });
    if (sent.outcome === "done") {
      const words = decision === "accept" ? "Accepted and recorded." : "Returned to the proposer.";
      setSaid(words);
      notify({ kind: "done", words: words });
    } else if (sent.outcome === "refused") notify({ kind: "failed", words: sent.problem.detail });
    else
      notify({
        kind: "failed",
        words: "Nothing was decided: the server cannot be reached or your session has ended.",
      });
  };
  useKeys({
    j: () => goTo(1),
    k: () => goTo(-1),
    a: () => decidable && void decide(decidable, "accept", ""),
    r: () => decidable && setReturning(decidable),
  });
  return (
    <div className="review">
      <header className="desk-head">
        <div>
          <h1>{reviews ? "Review" : "My proposals"}</h1>
          <p className="note">
            {reviews
              ? "What contributors propose. Accepting records it in their name; nobody decides their own."
              : "An editor decides about each. A returned one comes with a note."}
          </p>
        </div>
      </header>
      <p className="vh" role="status">
        {said}
      </p>
      {data.length === 0 ? (
        <p className="card padded nothing">
          {reviews ? "Nothing waits for a decision." : "You have proposed nothing yet."}
        </p>
      ) : null}
      <div className="review-list">
        {data.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            current={proposal === current}
            reviews={reviews}
            busy={busy}
            onAccept={() => void decide(proposal, "accept", "")}
            onReturn={() => setReturning(proposal)}
          />
        ))}
      </div>
      {returning ? (
        <ReasonDialog
          title="Return with a note"
          explanation={`${returning.summary}: ${returning.title ?? "new agreement"}. The proposer reads your note and can propose again.`}
          submit="Return"
          label="Note to the proposer"
          onClose={() => setReturning(null)}
          onSubmit={(note) => void decide(returning, "reject", note)}
        />
      ) : null}
    </div>
  );
}
