"use client";

import {
  type ComponentType,
  type CSSProperties,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { dayFromNumber, dayInWords } from "#domain/day.ts";
import { positionIn } from "#domain/scale.ts";
import { DateForm } from "./date-form.tsx";
import { dayByKey, eventAfter, eventBefore } from "./day-keys.ts";
import type { LaneEventsProps } from "./lane-events.tsx";
import { LaneParts } from "./lane-parts.tsx";
import { LaneRow, laneId } from "./lane-row.tsx";
import { countLanes, eventDays, liveLanes, otherPaths, standsAt } from "./live-lanes.ts";
import { PlayButton, StepLink } from "./play-buttons.tsx";
import { countsInWords, Scrubber } from "./scrubber.tsx";
import { StageLegend } from "./stage-legend.tsx";
import type { TimelineModel } from "./timeline-model.ts";
import { useDay } from "./use-day.ts";
import { useNearRows } from "./use-near-rows.ts";
import { usePlay } from "./use-play.ts";

/** Lines of the years, for lanes that stand one by one on a phone. */
const yearLines = ({ ticks }: TimelineModel) =>
  ticks
    .filter(({ year }) => year)
    .map(({ x }) => `linear-gradient(var(--line), var(--line)) ${x}% 0 / 1px 100% no-repeat`)
    .join(", ");

/** From this many lanes on, those that cannot be seen are not laid out. */
const many = 50;

/** How long the day must rest before it is said aloud. */
const quiet = 600;

function useAnnouncement(text: string, playing: boolean): string {
  const [said, setSaid] = useState("");
  const first = useRef(text);
  useEffect(() => {
    if (playing || text === first.current) return;
    first.current = "";
    const timer = setTimeout(() => setSaid(text), quiet);
    return () => clearTimeout(timer);
  }, [text, playing]);
  return said;
}

/** What names the events of the lanes: fetched once somebody touches the page, for it is nothing without that. */
function useLaneEvents(): ComponentType<LaneEventsProps> | null {
  const [Events, setEvents] = useState<ComponentType<LaneEventsProps> | null>(null);
  useEffect(() => {
    const signs = ["pointermove", "pointerdown", "keydown", "scroll", "focusin"];
    const stop = new AbortController();
    const load = () => {
      stop.abort();
      import("./lane-events.tsx")
        .then(({ LaneEvents }) => setEvents(() => LaneEvents))
        // Without it every lane is still a link, and the slider goes to every day.
        .catch(() => undefined);
    };
    for (const sign of signs) window.addEventListener(sign, load, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, []);
  return Events;
}

/** One state, the day; legend, scrubber and lanes are all drawn from it in one go, so they cannot drift apart. */
export function TimelineBoard({ model }: { model: TimelineModel }) {
  const { window, min, max, address, ghosts } = model;
  const lanes = useMemo(() => liveLanes(model), [model]);
  const counted = useMemo(() => [...lanes, ...otherPaths(model)], [lanes, model]);
  const events = useMemo(() => eventDays(counted, max), [counted, max]);
  const { on, move } = useDay({ on: model.on, max, address });
  const { playing, toggle } = usePlay({ on, min, max, move, nextEvent: (day) => eventAfter(events, day) });
  const said = useAnnouncement(countsInWords(on, countLanes(counted, on)), playing);
  const list = useRef<HTMLOListElement>(null);
  const [named, setNamed] = useState("");
  const Events = useLaneEvents();
  const shown =
    model.shown.length === 0
      ? lanes
      : lanes.filter((lane) => model.shown.includes(standsAt(lane, on)?.stage ?? Number.NaN));
  // Of many lanes those that can be seen follow the day at once, the others when there is time.
  const near = useNearRows(list, shown.length, many);
  const later = useDeferredValue(on);

  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = dayByKey(event, on, { min, max, events });
    if (target) move(target.day, target.how);
    else if (event.key === " ") toggle();
    else return;
    event.preventDefault();
  };

  const step = { max, address, move };
  const previous = <StepLink to={eventBefore(events, on)} direction="previous" {...step} />;
  const next = <StepLink to={eventAfter(events, on)} direction="next" {...step} />;
  const play = <PlayButton playing={playing} toggle={toggle} />;
  const form = { on, earliest: window.from, max, address, move };
  const style = {
    "--asof-x": `${positionIn(window, on)}%`,
    "--year-lines": yearLines(model),
  } as CSSProperties;

  return (
    <>
      <StageLegend model={model} lanes={counted} on={on} />
      <p className="vh" role="status">
        {named || said}
      </p>
      <section className="timeline-card" aria-label={model.label} style={style}>
        <Scrubber
          model={model}
          on={on}
          drag={(day) => move(day, "drag")}
          keys={keys}
          before={
            <>
              {previous}
              {play}
              {next}
            </>
          }
          after={<DateForm {...form} />}
        />
        {on < min ? (
          <p className="note lane-note">
            Nothing recorded by {dayInWords(dayFromNumber(on))}. The first event is{" "}
            {dayInWords(dayFromNumber(min))}.
          </p>
        ) : null}
        {shown.length === 0 ? (
          <p className="lane-note">
            No agreement {model.part === null ? "" : "on this page "}stands at these stages on{" "}
            {dayInWords(dayFromNumber(on))}.
          </p>
        ) : null}
        <div className="lanes">
          <div className="lane-grid thirds" aria-hidden="true">
            <div>
              <svg aria-hidden="true">
                {model.ticks.map(({ x, year }) => (
                  <line key={x} className={year ? "year" : ""} x1={`${x}%`} x2={`${x}%`} y2="100%" />
                ))}
                {[...new Set(model.moments.map(({ x }) => x))].map((x) => (
                  <line key={x} className="moment-line" x1={`${x}%`} x2={`${x}%`} y2="100%" />
                ))}
              </svg>
              <i className="asof-line" />
            </div>
          </div>
          <ol ref={list} className={shown.length > many ? "lane-list many" : "lane-list"}>
            {shown.map((lane) => (
              <LaneRow
                key={lane.slug}
                lane={lane}
                window={window}
                on={near === null || near.has(laneId(lane.slug)) ? on : later}
                until={max}
                ghosts={ghosts}
                selected={lane.slug === model.selected}
              />
            ))}
          </ol>
        </div>
        {Events ? (
          <Events list={list} lanes={shown} model={model} on={on} move={move} say={setNamed} />
        ) : null}
        {model.part === null ? null : (
          <LaneParts part={model.part} on={on === max ? null : dayFromNumber(on)} />
        )}
      </section>
      <div className="timeline-bar">
        {previous}
        <DateForm {...form} overlay />
        {next}
        {play}
      </div>
    </>
  );
}
