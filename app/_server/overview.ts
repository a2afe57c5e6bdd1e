/** What the home page and the status table both open with: the count by its rule, the rows behind it, and the days it spans. */
import { allAgreements } from "#db/queries/agreements.ts";
import { facetsOf } from "#db/queries/facets.ts";
import { summaryOf } from "#db/queries/summary.ts";
import { recordSpan } from "#db/queries/timeline.ts";
import { pickFilters } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import type { Resolved } from "./view.ts";

/** Above this many agreements the opening shows numbers only: a line for each would be no picture. */
const drawable = 1000;

/**
 * The opening of a view. The filter by stage is left out: its counts stand beside one another in the strip, and the
 * sentence says how they compare. `rows` are in the order of signature, and empty where they are too many to draw.
 */
export async function readOverview({ db, view, clocks, rule }: Resolved) {
  const filters = { ...pickFilters(view), stage: [] };
  const [summary, facets, span] = await Promise.all([
    summaryOf(db, rule, filters, clocks),
    facetsOf(db, filters, clocks),
    recordSpan(db, clocks),
  ]);
  const total = facets.stage.reduce((sum, { count }) => sum + count, 0);
  const order = { word: "signed", descending: false } as const;
  const rows: Row[] = total > drawable ? [] : await allAgreements(db, filters, order, clocks);
  return { summary, facets, span, total, rows };
}
export type Overview = Awaited<ReturnType<typeof readOverview>>;
