import Link from "next/link";
import { type Day, dayInWords } from "#domain/day.ts";
import { paths } from "#domain/paths.ts";
import { type View, withView } from "#domain/view.ts";
import { AsOfControl } from "../as-of-control.tsx";
import { EmptyState } from "../empty-state.tsx";
import { knownOf } from "./known-at.ts";

interface FrameProps {
  view: View;
  on: Day;
  today: Day;
  /** The page that asks, for another view. */
  address?: (view: View) => string;
}

function Frame({ title, view, on, today, address = paths.agreements }: FrameProps & { title: string }) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
      </div>
      <AsOfControl
        on={on}
        today={today}
        address={address(withView(view, { on: null }))}
        known={knownOf(view, address)}
      />
    </div>
  );
}

/** The day lies before everything that is recorded. */
export function NothingYet({ first, ...frame }: FrameProps & { first: Day }) {
  const { address = paths.agreements } = frame;
  const there = address(withView(frame.view, { on: first }));
  return (
    <>
      <Frame {...frame} title={`Nothing recorded by ${dayInWords(frame.on)}`} />
      <EmptyState
        actions={
          <Link className="btn" href={there}>
            Show {dayInWords(first)}
          </Link>
        }
      >
        Nothing recorded by {dayInWords(frame.on)}. The first event is {dayInWords(first)}.
      </EmptyState>
    </>
  );
}

/** Nothing is recorded at all, or nothing was yet at the instant of the record's own clock. */
export function EmptyRecord(frame: FrameProps) {
  const { known } = frame.view;
  return (
    <>
      <Frame
        {...frame}
        title={known === null ? "No agreement is recorded yet" : "No agreement was known then"}
      />
      <EmptyState
        actions={
          known === null ? null : (
            <Link className="btn" href={paths.agreements(withView(frame.view, { known: null }))}>
              Show what is known now
            </Link>
          )
        }
      >
        {known === null
          ? "The record is empty. Agreements appear here as soon as the first act is recorded."
          : `The record held no agreement at ${known.slice(0, 16).replace("T", " ")} UTC.`}
      </EmptyState>
    </>
  );
}
