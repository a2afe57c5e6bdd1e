import type { Clocks } from "#domain/clocks.ts";
import type { Day } from "#domain/day.ts";
import { type View, withView } from "#domain/view.ts";
import { AsOfControl } from "./as-of-control.tsx";

interface AsOfProps {
  view: View;
  clocks: Clocks;
  today: Day;
  /** This page for another view. */
  href: (view: View) => string;
}

/** The as-of control of a page whose address is made from its view. */
export function AsOf({ view, clocks, today, href }: AsOfProps) {
  const known = view.known === null ? null : { at: view.known, href: href(withView(view, { known: null })) };
  return (
    <AsOfControl on={clocks.on} today={today} address={href(withView(view, { on: null }))} known={known} />
  );
}
