import Link from "next/link";
import { dayInWords } from "#domain/day.ts";
import { grouped, plural } from "#domain/numbers.ts";
import { rowName } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import type { StageCode } from "#domain/stage.ts";
import type { View } from "#domain/view.ts";
import type { Facets, Row, Summary } from "#domain/wire.ts";

interface CountDeckProps {
  summary: Summary;
  countsPartners: boolean;
  /** Where the counted rows are listed. */
  rowsHref: string;
  /** The rows of the view in the order of signature; empty where they are too many. */
  rows: readonly Row[];
  counted: readonly (Row & { signedOn: string })[];
  frameworks: Facets["framework"];
  total: number;
  focus: string | null;
  view: View;
}

/** At most this many are named; more would be no sentence. */
const named = 3;

function Named({ rows, focus, view }: { rows: readonly Row[]; focus: string | null; view: View }) {
  return rows.map((row, index) => (
    <span key={row.slug}>
      {index === 0 ? "" : index === rows.length - 1 ? " and " : ", "}
      <Link className="link" href={paths.agreement(row.slug, view)} prefetch={false}>
        {rowName(row, focus)}
      </Link>
    </span>
  ));
}

/** What stands where at the moment, named when few: a text that waits, talks that are on hold. */
function Standing({
  intro,
  stages,
  ...rest
}: {
  intro: string;
  stages: readonly StageCode[];
  rows: readonly Row[];
  focus: string | null;
  view: View;
}) {
  const there = rest.rows.filter(({ stage }) => stages.includes(stage.code));
  if (there.length === 0) return null;
  return (
    <>
      {" "}
      {intro}: {there.length > named ? there.length : <Named {...rest} rows={there} />}.
    </>
  );
}

/** The number with its rule and its rows, the first and the latest of them, and what stands out. */
export function CountDeck(props: CountDeckProps) {
  const { summary, countsPartners, rowsHref, rows, counted, frameworks, total, focus, view } = props;
  const [first] = counted;
  const latest = summary.latest;
  const [framework] = frameworks;
  const number = countsPartners
    ? plural(summary.signed, "partner has signed", "partners have signed")
    : plural(summary.signed, "agreement is signed", "agreements are signed");
  return (
    <p className="deck">
      <Link className="link" href={rowsHref} prefetch={false}>
        <b>{number}</b>
      </Link>{" "}
      by the rule{" "}
      <Link className="link" href={paths.methodology(`rule-${summary.rule.id}`)} prefetch={false}>
        {summary.rule.label}
      </Link>
      {first && latest && first.slug !== latest.slug ? (
        <>
          : first{" "}
          <Link className="link" href={paths.agreement(first.slug, view)} prefetch={false}>
            {rowName(first, focus)}
          </Link>{" "}
          ({dayInWords(first.signedOn, "long")}), latest{" "}
          <Link className="link" href={paths.agreement(latest.slug, view)} prefetch={false}>
            {latest.party.name}
          </Link>{" "}
          ({dayInWords(latest.signedOn, "long")})
        </>
      ) : null}
      .
      {framework && total > 1 ? (
        <>
          {" "}
          {framework.count === total
            ? `All ${grouped(total)}`
            : `${grouped(framework.count)} of ${grouped(total)}`}{" "}
          hang under the{" "}
          <Link className="link" href={paths.framework(framework.value, view)} prefetch={false}>
            {framework.label}
          </Link>
          .
        </>
      ) : null}
      <Standing
        intro="Text agreed, not signed"
        stages={["text-agreed", "initialled"]}
        {...{ rows, focus, view }}
      />
      <Standing intro="On hold" stages={["paused"]} {...{ rows, focus, view }} />
    </p>
  );
}
