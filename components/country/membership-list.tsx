import Link from "next/link";
import { dateInWords } from "#domain/date-words.ts";
import { membershipRules } from "#domain/membership.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import type { Membership } from "#domain/wire.ts";
import { SourceChips } from "../agreement/source-chips.tsx";
import { Flag } from "../flag.tsx";

interface MembershipListProps {
  memberships: readonly Membership[];
  view: View;
  /** What each line is called by: the framework on a country's page, the country on a framework's. */
  by: "framework" | "country";
  titles?: ReadonlyMap<string, string>;
}

/** More statements than these stand side by side where there is room. */
const few = 4;

/** Who joined or declined what and when, each with its sources. */
export function MembershipList({ memberships, view, by, titles }: MembershipListProps) {
  return (
    <ul className={memberships.length > few ? "statements many" : "statements"}>
      {memberships.map(({ framework, country, status, date, certainty, note, citations }) => (
        <li key={`${framework}${country.code}${status}${date}${note}`}>
          <p>
            {by === "framework" ? (
              <Link className="link" href={paths.framework(framework, view)}>
                {titles?.get(framework) ?? framework}
              </Link>
            ) : (
              <Link className="party" href={paths.country(country.code, view)} prefetch={false}>
                <Flag code={country.code} />
                {country.name}
              </Link>
            )}{" "}
            <span className="muted">
              {membershipRules[status].label.toLowerCase()}, {dateInWords(date)}
              {certainty === "done" ? "" : ` (${certainty})`}
            </span>
          </p>
          {note ? <p className="note">{note}</p> : null}
          <SourceChips citations={citations} />
        </li>
      ))}
    </ul>
  );
}
