"use client";

import { useQuery } from "@tanstack/react-query";
import { instantInWords } from "#domain/instant-words.ts";
import { paths, writePaths } from "#domain/paths.ts";
import type { Proposal, ProposalDetail } from "#domain/wire-proposal.ts";
import { Icon } from "../icon.tsx";
import { getJson } from "./send.ts";
import { WasNow } from "./was-now.tsx";

const stateWords: Record<Proposal["state"], string> = {
  waiting: "Waiting",
  accepted: "Accepted",
  rejected: "Returned",
};

/** What it would change now, or why it no longer fits. */
function Foreseen({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ["proposal", id],
    queryFn: ({ signal }) => getJson<ProposalDetail>(writePaths.proposal(id), signal),
  });
  if (!data) return <p className="note">Looking at what it would change…</p>;
  const { preflight, problem } = data.data;
  if (problem) {
    return (
      <p className="notice warn">
        <Icon name="warning" />
        <span>It no longer fits the record. {problem.detail}</span>
      </p>
    );
  }
  if (!preflight) return null;
  return (
    <>
      <WasNow changes={preflight.changes} />
      <div className="preflight">
        <h3>What will follow</h3>
        <ul>
          {preflight.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {preflight.warnings.map(({ code, message }) => (
            <li key={code + message} className="warning">
              <Icon name="warning" />
              {message}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** One proposal with what it would do; who made it does not decide it. */
export function ProposalCard({
  proposal,
  current,
  reviews,
  busy,
  onAccept,
  onReturn,
}: {
  proposal: Proposal;
  current: boolean;
  reviews: boolean;
  busy: boolean;
  onAccept: () => void;
  onReturn: () => void;
}) {
  const { id, state, summary, agreement, title, reason, proposedBy, proposedAt, own, note, decidedBy } =
    proposal;
  const name = `${summary}: ${title ?? "new agreement"}`;
  return (
    <article
      className={current ? "card padded proposal current" : "card padded proposal"}
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-current={current ? "true" : undefined}
    >
      <div className="card-head">
        <h2 id={`${id}-title`}>
          {agreement ? (
            <a className="link" href={paths.deskAgreement(agreement)}>
              {title ?? agreement}
            </a>
          ) : (
            "New agreement"
          )}
        </h2>
        <span className="tag">{stateWords[state]}</span>
      </div>
      <p>
        <b>{summary}</b>
        <span className="note">
          {" "}
          by {own ? "you" : proposedBy}, {instantInWords(proposedAt)}
        </span>
      </p>
      {reason ? <p>“{reason}”</p> : null}
      {state === "waiting" ? <Foreseen id={id} /> : null}
      {note ? (
        <p className="notice">
          <span>
            <b>{decidedBy ?? "The editor"}:</b> {note}
          </span>
        </p>
      ) : null}
      {state === "waiting" && reviews && !own ? (
        <div className="actions">
          <button
            type="button"
            className="btn primary"
            disabled={busy}
            onClick={onAccept}
            aria-label={`Accept. ${name}`}
          >
            Accept
          </button>
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={onReturn}
            aria-label={`Return with a note. ${name}`}
          >
            Return with a note
          </button>
        </div>
      ) : null}
      {state === "waiting" && own && reviews ? (
        <p className="note">This is your own proposal: somebody else decides it.</p>
      ) : null}
    </article>
  );
}
