import Link from "next/link";
import { memo } from "react";
import { windowInWords } from "#domain/date-words.ts";
import { dayFromNumber } from "#domain/day.ts";
import { layoutLane } from "#domain/lane.ts";
import type { TimeWindow } from "#domain/scale.ts";
import { FlagImage } from "../flag-image.tsx";
import { Lane } from "../lane.tsx";
import { StageGlyph } from "../stage-glyph.tsx";
import { type RowLane, standsAt } from "./live-lanes.ts";

interface LaneRowProps {
  lane: RowLane;
  window: TimeWindow;
  on: number;
  until: number;
  ghosts: boolean;
  selected: boolean;
}

/** The parts that a drag leaves alone. */
const LaneName = memo(function LaneName({
  name,
  href,
  flag,
  flagCode,
  sentence,
}: Omit<RowLane, "path" | "expectations">) {
  return (
    <>
      <Link className="name" href={href} prefetch={false}>
        <FlagImage source={flag} code={flagCode} />
        <span>{name}</span>
      </Link>
      <span className="vh">{sentence}</span>
    </>
  );
});

/** The id of a lane's row, by which a link or a key finds it. */
export const laneId = (slug: string) => `lane-${slug}`;

/** One agreement: the whole row is one link, and what it shows is said in words beside it. */
export const LaneRow = memo(function LaneRow({ lane, window, on, until, ghosts, selected }: LaneRowProps) {
  const { path, expectations, ...still } = lane;
  const now = standsAt(lane, on);
  const layout = layoutLane({ steps: path, expected: expectations, window, on, until, ghosts });
  return (
    <li className={selected ? "lane-row thirds selected" : "lane-row thirds"} id={laneId(lane.slug)}>
      <LaneName {...still} />
      <div className="cell">
        <Lane layout={layout} />
      </div>
      <div className="standing" aria-hidden="true">
        {now ? (
          <>
            <span className={`stage s-${now.drawing}`}>
              <StageGlyph drawing={now.drawing} />
              <span className="txt">{now.label}</span>
            </span>
            <span className="date">{windowInWords(dayFromNumber(now.from), dayFromNumber(now.latest))}</span>
          </>
        ) : (
          <span className="stage none">
            <span className="txt">Not yet begun</span>
          </span>
        )}
      </div>
    </li>
  );
});
