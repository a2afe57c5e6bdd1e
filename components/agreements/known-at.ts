import { type View, withView } from "#domain/view.ts";

/** What the as-of control says of the record's own clock, when that is not now. */
export const knownOf = (view: View, address: (view: View) => string): { at: string; href: string } | null =>
  view.known === null ? null : { at: view.known, href: address(withView(view, { known: null })) };
