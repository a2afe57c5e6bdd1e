import type { ReactNode } from "react";
import type { CountingRule } from "#domain/counting.ts";
import type { Day } from "#domain/day.ts";
import { commonGround, focusOf } from "#domain/partner.ts";
import type { View } from "#domain/view.ts";
import type { Facets, Row, Summary } from "#domain/wire.ts";
import { CumulativeLine } from "../cumulative-line.tsx";
import { CountDeck } from "./count-deck.tsx";
import { countedAnchor, countedHref, countedRows, pointsOf } from "./signed-rows.ts";

interface HeroProps {
  title: string;
  summary: Summary;
  rule: CountingRule;
  /** The rows of the view in the order of signature; empty where they are too many to draw. */
  rows: readonly Row[];
  total: number;
  frameworks: Facets["framework"];
  view: View;
  on: Day;
  /** The first day of the record: where the line begins. */
  first: Day;
  children?: ReactNode;
}

/** The opening of an overview: the sentence, the number with its rule and rows, and a line that rises. */
export function Hero({
  title,
  summary,
  rule,
  rows,
  total,
  frameworks,
  view,
  on,
  first,
  children,
}: HeroProps) {
  const ground = commonGround(rows);
  const focus = focusOf(rows);
  const counted = countedRows(rows, summary);
  return (
    <div className="hero">
      <div>
        {ground ? <p className="eyebrow">{ground}</p> : null}
        <h1>{title}</h1>
        <CountDeck
          summary={summary}
          countsPartners={rule.counts === "partners"}
          rowsHref={countedHref(rule, view, on)}
          rows={rows}
          counted={counted}
          frameworks={frameworks}
          total={total}
          focus={focus}
          view={view}
        />
        {children}
      </div>
      {counted.length > 0 ? (
        <div id={countedAnchor}>
          <CumulativeLine
            title={rule.counts === "partners" ? "Partners that have signed" : "Agreements signed"}
            counted="Signed"
            items={pointsOf(counted, focus)}
            from={first < on ? first : on}
            on={on}
          />
        </div>
      ) : null}
    </div>
  );
}
