import Link from "next/link";
import { dateInWords } from "#domain/date-words.ts";
import { boundsOf } from "#domain/edtf.ts";
import { paths } from "#domain/paths.ts";
import { type View, withView } from "#domain/view.ts";
import type { Framework } from "#domain/wire.ts";
import { SourceChips } from "../agreement/source-chips.tsx";

/** Moments of a framework: each opens the timeline on its day. */
export function MomentList({ moments, view }: { moments: Framework["moments"]; view: View }) {
  return (
    <ul className="statements">
      {moments.map(({ date, label, citations }) => (
        <li key={date + label}>
          <p>
            <Link
              className="link"
              href={paths.timeline(withView(view, { on: boundsOf(date).earliest }))}
              prefetch={false}
            >
              {dateInWords(date)}: {label}
            </Link>
          </p>
          <SourceChips citations={citations} bare />
        </li>
      ))}
    </ul>
  );
}
