import Link from "next/link";
import { isLoad, verbLabel } from "#domain/change-verb.ts";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import type { Change } from "#domain/wire.ts";

/** The last accepted changes: what, of which agreement, when and why. */
export function ChangeLog({ changes, view }: { changes: readonly Change[]; view: View }) {
  return (
    <ul className="plain-list">
      {changes.map(({ sequence, verb, agreement, title, revision, by, byRole, recordedAt, reason }) => (
        <li key={sequence}>
          {agreement === null ? (
            <span>{verbLabel(verb)}</span>
          ) : (
            <Link className="link" href={paths.agreement(agreement, view)} prefetch={false}>
              {title ?? agreement}
            </Link>
          )}
          <span className="note">
            {agreement === null || revision === null ? null : (
              <>
                <Link href={paths.revision(agreement, revision, view)} prefetch={false}>
                  {verbLabel(verb)}
                </Link>
                {", "}
              </>
            )}
            <time dateTime={recordedAt}>{dayInWords(dayOfInstant(recordedAt))}</time>
            {byRole === null ? "" : ` by ${by}`}
            {reason && !isLoad(verb) ? `. ${reason}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
