/** What the as-of control of a page needs to know. */
import { type View, withView } from "#domain/view.ts";
import type { Resolved } from "./view.ts";

/** `address` gives this page for a view. */
export const asOf = ({ view, clocks, today }: Resolved, address: (view: View) => string) => ({
  on: clocks.on,
  today,
  address: address(withView(view, { on: null })),
  known: view.known === null ? null : { at: view.known, href: address(withView(view, { known: null })) },
});
