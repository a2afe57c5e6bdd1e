/** The addresses that a page hands out for the view that it shows. */
import type { ShareAddresses } from "#components/share/share-panel.tsx";
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
