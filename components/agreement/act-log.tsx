import type { Day } from "#domain/day.ts";
import type { Expectation } from "#domain/standing.ts";
import type { Agreement } from "#domain/wire.ts";
import { ActEntry } from "./act-entry.tsx";

/** Everything recorded about an agreement by the day, the newest first. */
export function ActLog({
  agreement,
  expectations,
  on,
}: {
  agreement: Agreement;
  expectations: readonly Expectation[];
  on: Day;
}) {
  const { acts, sides, conflicts } = agreement;
  const context = { acts, sides, conflicts, expectations, on };
  const firsts = new Set(
    [...new Map(acts.toReversed().map(({ id, stage }) => [stage, id]))].flatMap(([stage, id]) =>
      stage ? [id] : [],
    ),
  );
  return (
    <section id="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">Acts and sources</h2>
      {acts.length === 0 ? (
        <p className="note">Nothing is recorded by this day.</p>
      ) : (
        <ol className="log" reversed>
          {acts.toReversed().map((act) => (
            <ActEntry key={act.id} act={act} first={firsts.has(act.id)} {...context} />
          ))}
        </ol>
      )}
    </section>
  );
}
