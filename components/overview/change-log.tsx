import Link from "next/link";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import type { Change } from "#domain/wire.ts";

const verbs: Record<string, string> = {
  "agreement-imported": "Loaded into the record",
  "framework-imported": "Framework loaded into the record",
  "act-recorded": "Act recorded",
  "act-corrected": "Act corrected",
  "act-withdrawn": "Act withdrawn",
};

/** The last accepted changes: what, of which agreement, when and why. */
export function ChangeLog({ changes, view }: { changes: readonly Change[]; view: View }) {
  return (
    <ul className="plain-list">
      {changes.map(({ sequence, verb, agreement, title, recordedAt, reason }) => (
        <li key={sequence}>
          {agreement === null ? (
            <span>{verbs[verb] ?? verb}</span>
          ) : (
            <Link className="link" href={paths.agreement(agreement, view)} prefetch={false}>
              {title ?? agreement}
            </Link>
          )}
          <span className="note">
            {agreement === null ? "" : `${verbs[verb] ?? verb}, `}
            {dayInWords(dayOfInstant(recordedAt))}
            {reason && !verb.endsWith("-imported") ? `. ${reason}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
