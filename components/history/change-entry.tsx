import Link from "next/link";
import type { ReactNode } from "react";
import { contentOf } from "#domain/change-content.ts";
import { type CountryName, changeDiff, loadedWith } from "#domain/change-diff.ts";
import { verbLabel } from "#domain/change-verb.ts";
import type { StageMove } from "#domain/history.ts";
import { instantBefore, instantInWords } from "#domain/instant-words.ts";
import { paths } from "#domain/paths.ts";
import { curator } from "#domain/permission.ts";
import { type View, withView } from "#domain/view.ts";
import type { Change } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import { StageLabel } from "../stage-label.tsx";
import { DiffList } from "./diff-list.tsx";

function Maker({ change: { by, byRole, recordedAt, after } }: { change: Change }) {
  const { proposal } = contentOf(after);
  return (
    <p className="note">
      {by === curator.id ? "From the " : byRole === null ? "By " : ""}
      <b>{by}</b>
      {byRole === null ? "" : `, ${byRole}`}
      {proposal ? `, accepted by ${proposal.acceptedBy}` : ""} ·{" "}
      <time dateTime={recordedAt}>{instantInWords(recordedAt)}</time>
    </p>
  );
}

function Move({ move: { from, to }, first }: { move: StageMove; first: boolean }) {
  if (first)
    return (
      <p className="change-move">
        <span className="vh">The stage: </span>
        <StageLabel stage={to} />
      </p>
    );
  return (
    <p className="change-move">
      <span className="vh">The stage moved from </span>
      <StageLabel stage={from} />
      <Icon name="right" />
      <span className="vh"> to </span>
      <StageLabel stage={to} />
    </p>
  );
}

/** The agreement as it was known just before the change and just after it. */
function Versions({ change, slug, view }: { change: Change; slug: string; view: View }) {
  const at = (known: string) => paths.agreement(slug, withView(view, { known }));
  return (
    <>
      {(change.revision ?? 1) > 1 ? (
        <Link className="link" href={at(instantBefore(change.recordedAt))} prefetch={false}>
          As known just before
        </Link>
      ) : null}
      <Link className="link" href={at(change.recordedAt)} prefetch={false}>
        As known just after
      </Link>
    </>
  );
}

interface ChangeEntryProps {
  change: Change;
  move: StageMove | undefined;
  countryName: CountryName;
  view: View;
  /** Whether the list is of one agreement, whose name then goes without saying. */
  within: "agreement" | "all";
  /** What may be done about it. */
  children?: ReactNode;
}

/** One accepted change: what, by whom, when, why, and what it ended and began. */
export function ChangeEntry({ change, move, countryName, view, within, children }: ChangeEntryProps) {
  const { sequence, verb, agreement, title, revision, reason, after } = change;
  const { reverts } = contentOf(after);
  const groups = changeDiff(change, countryName);
  const loaded = loadedWith(change);
  return (
    <li id={within === "agreement" ? `r${revision}` : `c${sequence}`} className="change">
      <div className="change-head">
        <h3>
          {verbLabel(verb)}
          {reverts ? (
            <span className="muted">
              {reverts.revision === null
                ? ", reverting an earlier change"
                : `, reverting revision ${reverts.revision}`}
            </span>
          ) : null}
        </h3>
        {revision === null ? null : (
          <span className="tag">
            {within === "all" && agreement !== null ? (
              <Link href={paths.revision(agreement, revision, view)} prefetch={false}>
                Revision {revision}
              </Link>
            ) : (
              `Revision ${revision}`
            )}
          </span>
        )}
      </div>
      {within === "all" && agreement !== null ? (
        <p>
          <Link className="link" href={paths.agreement(agreement, view)} prefetch={false}>
            {title ?? agreement}
          </Link>
        </p>
      ) : null}
      <Maker change={change} />
      {reason ? <p className="change-reason">{reason}</p> : null}
      {move ? <Move move={move} first={revision === 1} /> : null}
      {loaded === null ? (
        <DiffList groups={groups} />
      ) : within === "all" ? (
        <p className="note">With {loaded}.</p>
      ) : (
        <details className="change-whole">
          <summary>With {loaded}</summary>
          <DiffList groups={groups} />
        </details>
      )}
      {agreement === null && !children ? null : (
        <div className="change-links">
          {agreement === null ? null : <Versions change={change} slug={agreement} view={view} />}
          {children}
        </div>
      )}
    </li>
  );
}
