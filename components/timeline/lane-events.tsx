"use client";

import Link from "next/link";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { isShortcut } from "../keys/setting.ts";
import { useGoTo } from "../router.ts";
import { laneId } from "./lane-row.tsx";
import { eventsOf, type LaneEvent, laneKey } from "./lane-walk.ts";
import type { LiveLane } from "./live-lanes.ts";
import type { TimelineModel } from "./timeline-model.ts";
import type { Move } from "./use-day.ts";

export interface LaneEventsProps {
  list: RefObject<HTMLOListElement | null>;
  lanes: readonly LiveLane[];
  model: TimelineModel;
  on: number;
  move: (day: number, how: Move) => void;
  /** Says a text to readers that listen. */
  say: (text: string) => void;
}

/** Milliseconds that a pointer rests on a mark before it is named, and that its name outlives it. */
const rest = 100;
const linger = 300;
/** Pixels around a mark that count as on it, for a mouse and for a finger. */
const around = { mouse: 9, touch: 22 };
/** Above this many lanes the list is one stop of the tab key. */
const mostStops = 50;

interface Shown {
  event: LaneEvent;
  /** Pixels from the corner of the window. */
  left: number;
  top: number;
}

const rowOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest("li") : null;
const linkIn = (row: Element | null) => row?.querySelector<HTMLAnchorElement>("a.name") ?? null;

/** Where an event of a row stands in the window. */
function pointOf(row: Element, event: LaneEvent): Shown {
  const cell = row.querySelector(".cell")?.getBoundingClientRect() ?? row.getBoundingClientRect();
  return { event, left: cell.left + (event.x / 100) * cell.width, top: cell.top + cell.height / 2 };
}

/** Listens on the list; everything it needs to know of now is asked for when something happens. */
function useLanes(props: LaneEventsProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const goTo = useGoTo();
  const now = useRef({ ...props, shown, goTo });
  now.current = { ...props, shown, goTo };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const showAfter = useCallback((next: Shown | null, time: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setShown, time, next);
  }, []);
  const hold = useRef(() => clearTimeout(timer.current));
  const leave = useRef(() => showAfter(null, linger));

  const { list } = props;
  useEffect(() => {
    const ol = list.current;
    if (!ol) return;
    const stop = new AbortController();
    const { signal } = stop;
    const events = (row: Element | null): LaneEvent[] => {
      const { lanes, model, on } = now.current;
      const lane = lanes.find(({ slug }) => row?.id === laneId(slug));
      return lane ? eventsOf(lane, model, on) : [];
    };
    const under = ({ target, clientX }: MouseEvent, radius: number): Shown | null => {
      const row = rowOf(target);
      if (!row) return null;
      const [nearest] = events(row)
        .map((event) => pointOf(row, event))
        .filter(({ left }) => Math.abs(left - clientX) <= radius)
        .sort((a, b) => Math.abs(a.left - clientX) - Math.abs(b.left - clientX));
      return nearest ?? null;
    };
    const hover = (press: PointerEvent) => {
      if (press.pointerType === "touch") return;
      const found = under(press, around.mouse);
      showAfter(found, found ? rest : linger);
    };
    const click = (press: MouseEvent) => {
      // A press of Enter is a click without a place: it opens the agreement.
      if (press.detail === 0 || press.ctrlKey || press.metaKey || press.shiftKey) return;
      const touch = press instanceof PointerEvent && press.pointerType === "touch";
      const found = under(press, touch ? around.touch : around.mouse);
      if (!found) return;
      press.preventDefault();
      press.stopPropagation();
      clearTimeout(timer.current);
      setShown(found);
      if (!touch) now.current.move(found.event.day, "choice");
    };
    const keys = (press: KeyboardEvent) => {
      const row = rowOf(press.target);
      if (!row || press.ctrlKey || press.metaKey || press.altKey) return;
      const { shown: point, say, move } = now.current;
      const all = events(row);
      const current =
        (point && all.find(({ slug, index }) => slug === point.event.slug && index === point.event.index)) ??
        null;
      const answer = laneKey(press.key, all, current, isShortcut(press));
      if (answer === null) return;
      press.preventDefault();
      press.stopPropagation();
      if (answer.go === "lane")
        linkIn(answer.step === 1 ? row.nextElementSibling : row.previousElementSibling)?.focus();
      else if (answer.go === "list") ol.focus();
      else if (answer.go === "day") move(answer.day, "choice");
      else if (answer.go === "address") now.current.goTo(answer.href, "push");
      else {
        clearTimeout(timer.current);
        setShown(answer.event && pointOf(row, answer.event));
        say(answer.event ? `${answer.event.label}, ${answer.event.date}` : "");
      }
    };
    const focus = ({ target }: FocusEvent) => {
      if (ol.children.length > mostStops)
        for (const row of ol.children) {
          linkIn(row)?.setAttribute("tabindex", target instanceof Node && row.contains(target) ? "0" : "-1");
        }
    };
    const forget = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    ol.tabIndex = -1;
    ol.addEventListener("pointermove", hover, { signal });
    ol.addEventListener("pointerleave", leave.current, { signal });
    ol.addEventListener("click", click, { signal, capture: true });
    ol.addEventListener("keydown", keys, { signal });
    ol.addEventListener("focusin", focus, { signal });
    ol.addEventListener("focusout", forget, { signal });
    window.addEventListener("scroll", forget, { signal, passive: true });
    return () => {
      clearTimeout(timer.current);
      stop.abort();
    };
  }, [list, showAfter]);
  return { shown, hold: hold.current, leave: leave.current, forget: () => setShown(null) };
}

/**
 * The events of the lanes one by one: a popover names the mark under the pointer or under the keys. A click on a mark
 * goes to its day, a tap shows both ways on. Fetched when somebody first touches the page.
 */
export function LaneEvents(props: LaneEventsProps) {
  const { shown, hold, leave, forget } = useLanes(props);
  if (!shown || !props.lanes.some(({ slug }) => slug === shown.event.slug)) return null;
  const { event, left, top } = shown;
  const side = left > window.innerWidth * 0.7 ? "to-left" : left < window.innerWidth * 0.3 ? "to-right" : "";
  return (
    <div
      className={`event-popover ${side}`}
      style={{ left, top }}
      // A press here leaves the focus on its lane, or the popover would go before the press is over.
      onMouseDown={(press) => press.preventDefault()}
      onPointerEnter={hold}
      onPointerLeave={leave}
      aria-hidden="true"
    >
      <b>{event.label}</b> {event.date}
      {event.later ? <small>after the day shown</small> : null}
      <span className="ways">
        <button
          type="button"
          tabIndex={-1}
          onClick={() => {
            props.move(event.day, "choice");
            forget();
          }}
        >
          Show this day
        </button>
        <Link href={event.href} prefetch={false} tabIndex={-1}>
          Open
        </Link>
      </span>
    </div>
  );
}
