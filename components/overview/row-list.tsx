import Link from "next/link";
import { actKinds } from "#domain/act.ts";
import { dateInWords } from "#domain/date-words.ts";
import { dayInWords } from "#domain/day.ts";
import { partnerOf, rowName } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { townOf } from "../agreements/table-model.ts";
import { Flag } from "../flag.tsx";

interface RowListProps {
  rows: readonly Row[];
  focus: string | null;
  view: View;
  /** What is said of each: its signature, or what is expected of it. */
  say: "signed" | "expected";
}

const signature = ({ signedOn, place }: Row): string =>
  signedOn === null ? "not signed" : `signed ${dayInWords(signedOn)}${place ? `, ${townOf(place)}` : ""}`;

const expected = ({ next, flags }: Row): string =>
  next === null
    ? ""
    : `${actKinds[next.kind].label.toLowerCase()}, ${next.certainty} for ${dateInWords(next.date)}${flags.includes("overdue") ? ": overdue" : ""}`;

/** Some agreements by their partners, each with one fact about it. */
export function RowList({ rows, focus, view, say }: RowListProps) {
  return (
    <ul className="plain-list">
      {rows.map((row) => (
        <li key={row.slug}>
          <Link className="party" href={paths.agreement(row.slug, view)} prefetch={false}>
            <Flag code={partnerOf(row, focus)[0]?.code ?? ""} />
            {rowName(row, focus)}
          </Link>
          <span className="note">{say === "signed" ? signature(row) : expected(row)}</span>
        </li>
      ))}
    </ul>
  );
}
