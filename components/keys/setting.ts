/** Whether keys of one letter do anything: kept on the device (WCAG 2.1.4 asks for a way to turn them off). */
const setting = "shortcuts";

export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true;
  }
}

export function keepShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(setting);
    else localStorage.setItem(setting, "off");
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}

/** True where a letter is text and no shortcut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Whether a press may be a shortcut: one letter alone, outside fields and dialogs, and not turned off. */
export function isShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, target, isComposing } = event;
  if (key.length !== 1 || ctrlKey || metaKey || altKey || isComposing) return false;
  const slider = target instanceof HTMLInputElement && target.type === "range";
  if ((isTyping(target) && !slider) || document.querySelector("dialog[open]")) return false;
  return shortcutsOn();
}
