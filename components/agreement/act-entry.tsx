import { actKinds } from "#domain/act.ts";
import { dateInWords } from "#domain/date-words.ts";
import type { Day } from "#domain/day.ts";
import { precisionInWords } from "#domain/evidence.ts";
import { outcomeOn, slipInWords } from "#domain/expectation-words.ts";
import { stages } from "#domain/stage.ts";
import type { Expectation } from "#domain/standing.ts";
import type { Act, Agreement } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import { StageGlyph } from "../stage-glyph.tsx";
import { SourceChips } from "./source-chips.tsx";

export interface ActContext {
  sides: Agreement["sides"];
  acts: readonly Act[];
  conflicts: Agreement["conflicts"];
  expectations: readonly Expectation[];
  on: Day;
}

export const actTitle = ({ title, label }: Pick<Act, "title" | "label">): string => title ?? label;

const nameOf = (code: string, sides: Agreement["sides"]): string =>
  sides.flat().find((country) => country.code === code)?.name ?? code;

/** What kind of act it is, by whom, and what it did. */
function Meta({ act, sides }: { act: Act; sides: Agreement["sides"] }) {
  const side = act.actor === "side1" ? sides[0] : act.actor === "side2" ? sides[1] : undefined;
  const parts = [
    act.title === null ? null : act.label,
    act.how,
    act.round === null ? null : `round ${act.round}`,
    side ? `by ${side.map(({ name }) => name).join(", ")}` : null,
    act.actor === "third" ? "by others" : null,
    act.effectiveOn === null ? null : `with effect from ${dateInWords(act.effectiveOn)}`,
    act.stage === null ? null : `moved the stage to ${stages[act.stage].label}`,
  ].filter((part) => part !== null && part !== "");
  return (
    <span className="meta">
      {parts.join(" · ")}
      {act.certainty === "done" ? null : <b className="tag">{act.certainty}</b>}
    </span>
  );
}

/** What became of an act that was announced or expected. */
function Turnout({ act, acts, expectations, on }: { act: Act } & ActContext) {
  const expectation = expectations.find((one) => one.act === act.id);
  if (!expectation) return null;
  const outcome = outcomeOn(expectation, on);
  const met = acts.find(({ id }) => id === expectation.metBy);
  if (outcome === "open") return <p>Not due yet.</p>;
  if (outcome === "overtaken") return <p>No longer expected: something else came in its place.</p>;
  if (outcome === "overdue" || !met) {
    return (
      <p>
        <b>Overdue</b>: the day has passed, and the act itself is not recorded.
      </p>
    );
  }
  return (
    <p>
      It came: <a href={`#${met.id}`}>{`${actTitle(met)}, ${dateInWords(met.date)}`}</a>
      {expectation.slipDays === null ? "" : `, ${slipInWords(expectation.slipDays)}`}.
    </p>
  );
}

function People({ act, sides }: { act: Act; sides: Agreement["sides"] }) {
  if (act.participants.length === 0) return null;
  return (
    <ul className="people" aria-label="Who took part">
      {act.participants.map(({ name, office, side }) => (
        <li key={`${name}${side}`}>
          <b>{name}</b>
          {office ? `, ${office}` : ""}
          {side === null ? "" : ` (${nameOf(side, sides)})`}
        </li>
      ))}
    </ul>
  );
}

/** One act: when, where, what, who, how it turned out, and its sources. */
export function ActEntry({
  act,
  first,
  ...context
}: {
  act: Act /** Whether it was the first to reach its stage: links lead to it by the stage. */;
  first: boolean;
} & ActContext) {
  const precision = precisionInWords(act.date);
  const conflict = context.conflicts.find(({ about }) => about.includes(act.id));
  return (
    <li id={act.id}>
      <div className="date">
        {dateInWords(act.date)}
        {precision ? <small>{precision}</small> : null}
        {act.place ? <small>{act.place}</small> : null}
      </div>
      <span className="act-mark" aria-hidden="true">
        {act.stage && actKinds[act.kind].moves ? (
          <StageGlyph drawing={stages[act.stage].drawing} />
        ) : (
          <i className="dot" />
        )}
      </span>
      <div className="body">
        <div className="head" id={first && act.stage ? `reached-${act.stage}` : undefined}>
          <h3>{actTitle(act)}</h3>
          <Meta act={act} sides={context.sides} />
        </div>
        {act.note ? <p>{act.note}</p> : null}
        <Turnout act={act} {...context} />
        <People act={act} sides={context.sides} />
        <SourceChips citations={act.citations} />
        {conflict ? (
          <a className="tag warn" href={`#${conflict.id}`}>
            <Icon name="warning" />
            Sources differ
          </a>
        ) : null}
      </div>
    </li>
  );
}
