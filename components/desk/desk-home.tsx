"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import { may } from "#domain/permission.ts";
import type { DeskAnswer, DeskDraft, DeskOverview, DeskProposal } from "#domain/wire-desk.ts";
import { Icon } from "../icon.tsx";
import { AttentionCards } from "./attention-cards.tsx";
import { changeInWords } from "./change-words.ts";
import type { Me } from "./desk-data.ts";
import { QuickFind } from "./quick-find.tsx";
import { getJson } from "./send.ts";
import { goTo, useKeys } from "./use-keys.ts";

const at = (instant: string): string => `${dayInWords(dayOfInstant(instant))}, ${instant.slice(11, 16)} UTC`;

function SideCard({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section className="card padded" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const draftKinds: Readonly<Record<string, string>> = {
  act: "A new act",
  correction: "A correction",
  fields: "Fields",
  agreement: "A new agreement",
};

function DraftRow({ draft }: { draft: DeskDraft }) {
  const kind = draft.subject.split(":")[0] ?? "";
  const href =
    draft.agreement === null
      ? paths.deskNew()
      : paths.deskAgreement(draft.agreement, kind === "fields" ? "fields" : "act");
  return (
    <li>
      <a className="link" href={href}>
        {draft.title ?? "New agreement"}
      </a>
      <span className="note">
        {draftKinds[kind] ?? "Draft"}, {at(draft.updatedAt)}
      </span>
    </li>
  );
}

function ProposalRow({ proposal }: { proposal: DeskProposal }) {
  return (
    <li>
      <a className="link" href={`${paths.review()}#${proposal.id}`}>
        {proposal.title ?? "New agreement"}
      </a>
      <span className="note">
        {proposal.summary}, {proposal.mine ? "yours" : `by ${proposal.by}`}, {at(proposal.proposedAt)}
        {proposal.note ? `. “${proposal.note}”` : ""}
      </span>
    </li>
  );
}

function Recent({ changes }: Pick<DeskOverview, "changes">) {
  return (
    <ul className="desk-list">
      {changes.map((change) => (
        <li key={change.sequence}>
          {change.agreement === null ? (
            changeInWords(change)
          ) : (
            <a className="link" href={paths.deskAgreement(change.agreement)}>
              {change.title ?? change.agreement}
            </a>
          )}
          <span className="note">
            {change.agreement === null ? "" : `${changeInWords(change)}, `}
            {change.by}, {at(change.recordedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The desk. It is whole without script; with it, it follows what others do. */
export function DeskHome({ initial, me }: { initial: DeskAnswer; me: Me }) {
  const { data, isError } = useQuery({
    queryKey: ["desk"],
    queryFn: ({ signal }) => getJson<DeskAnswer>(apiPaths.desk(), signal),
    initialData: initial,
  });
  const { attention, waiting, returned, drafts, changes } = data.data;
  const reviews = may(me.role, "review");
  useKeys({ n: () => goTo(paths.deskNew()), r: () => goTo(paths.review()) });
  return (
    <div className="desk-home">
      <header className="desk-head">
        <div>
          <h1>Desk</h1>
          <p className="note">
            {me.name}, {me.role}. As of {at(data.now)}
            {isError ? "; the server cannot be reached just now" : ""}.
          </p>
        </div>
        <nav className="actions" aria-label="Desk">
          <a className="btn primary" href={paths.deskNew()} aria-keyshortcuts="n">
            New agreement
          </a>
          <a className="btn" href={paths.review()} aria-keyshortcuts="r">
            {reviews ? "Review" : "My proposals"}
            {waiting.count > 0 ? <span className="count">{waiting.count}</span> : null}
          </a>
          {may(me.role, "import") ? (
            <a className="btn" href={paths.deskImport()}>
              Import
            </a>
          ) : null}
          {may(me.role, "administer") ? (
            <>
              <a className="btn" href={paths.users()}>
                Users
              </a>
              <a className="btn" href={paths.frozenViews()}>
                Frozen views
              </a>
            </>
          ) : null}
          <a className="btn" href={paths.account()}>
            Account
          </a>
        </nav>
      </header>
      <QuickFind />
      <div className="desk-grid">
        <div>
          <AttentionCards attention={attention} />
        </div>
        <div className="desk-aside">
          {returned.length > 0 ? (
            <SideCard title="Returned to you" id="returned-title">
              <ul className="desk-list">
                {returned.map((proposal) => (
                  <ProposalRow key={proposal.id} proposal={proposal} />
                ))}
              </ul>
            </SideCard>
          ) : null}
          <SideCard title={reviews ? "Waiting for a decision" : "Your proposals"} id="waiting-title">
            {waiting.rows.length === 0 ? (
              <p className="nothing">
                <Icon name="check" />
                Nothing waits.
              </p>
            ) : (
              <ul className="desk-list">
                {waiting.rows.map((proposal) => (
                  <ProposalRow key={proposal.id} proposal={proposal} />
                ))}
              </ul>
            )}
          </SideCard>
          <SideCard title="Your drafts" id="drafts-title">
            {drafts.length === 0 ? (
              <p className="nothing">No form is half filled in.</p>
            ) : (
              <ul className="desk-list">
                {drafts.map((draft) => (
                  <DraftRow key={draft.subject} draft={draft} />
                ))}
              </ul>
            )}
          </SideCard>
          <SideCard title="Recent changes" id="recent-title">
            <Recent changes={changes} />
          </SideCard>
        </div>
      </div>
    </div>
  );
}
