/** What the keys of one letter do; fetched at the first press of one. */
import { createKeybindingsHandler } from "tinykeys";
import { isShortcut } from "./setting.ts";

/** A link of the bar, followed as a press of it would be, also where the bar is folded into a menu. */
const goTo = (href: string) => document.querySelector<HTMLElement>(`.site-nav a[href="${href}"]`)?.click();

/** Goes to what carries the key: a field is focused, a folded panel opens at its first control. */
function reach(key: string): void {
  const carriers = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${key}"]`);
  const carrier = [...carriers].find((element) => element.checkVisibility());
  if (!carrier) return;
  carrier.focus();
  const panel = carrier.closest("summary")?.parentElement;
  if (panel instanceof HTMLDetailsElement) {
    panel.open = true;
    panel
      .querySelector<HTMLElement>(":scope > :not(summary) :is(a, input:not([type=hidden]), button)")
      ?.focus();
  } else if (carrier instanceof HTMLButtonElement || carrier instanceof HTMLInputElement) {
    if (carrier.matches("button, [type=checkbox]")) carrier.click();
  }
}

/** The listener of all keys that work on every page. */
export function keyCommands(showList: () => void): (event: KeyboardEvent) => void {
  return createKeybindingsHandler(
    {
      "g o": () => goTo("/"),
      "g t": () => goTo("/timeline"),
      "g a": () => goTo("/agreements"),
      t: () => reach("t"),
      f: () => reach("f"),
      d: () => reach("d"),
      s: () => reach("s"),
      "[Shift]+?": showList,
    },
    { ignore: (event) => event.repeat || !isShortcut(event) },
  );
}
