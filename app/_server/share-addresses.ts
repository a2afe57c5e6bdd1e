/** The addresses that a page hands out for the view that it shows. */
import type { ShareAddresses } from "#components/share/share-panel.tsx";
import type { Citable } from "#domain/citation-styles.ts";
import { type View, withView } from "#domain/view.ts";
import { embedCode, embedOfPage } from "./oembed.ts";
import { onSite } from "./site.ts";
import type { Resolved } from "./view.ts";

/** `href` gives the page's address with a view; `title` names its embed. */
export function shareAddresses(
  { view, clocks }: Resolved,
  href: (view: View) => string,
  title: string,
): ShareAddresses {
  const path = href(view);
  const { pathname, search } = new URL(path, "http://here.invalid");
  const embed = embedOfPage(pathname, search);
  const height = pathname === "/timeline" ? 1200 : 240;
  return {
    here: onSite(path),
    pinned: onSite(href(withView(view, { on: clocks.on, known: clocks.known }))),
    path,
    embed: embed === null ? null : embedCode(onSite(embed), title, height),
  };
}

/** What a citation of a view of many records says; `name` is its key. */
export const citableView = (
  { clocks, today }: Resolved,
  { pinned }: ShareAddresses,
  name: string,
  title: string,
): Citable => ({ slug: name, title, revision: null, ...clocks, url: pinned, accessed: today });
