/** Moves the focus to a field; for a group, to its chosen button or its first. */
export function focusField(id: string): void {
  const found = document.getElementById(id);
  if (!found) return;
  for (let outer = found.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) {
    outer.open = true;
  }
  const target =
    found instanceof HTMLFieldSetElement
      ? (found.querySelector<HTMLElement>("input:checked") ?? found.querySelector<HTMLElement>("input"))
      : found;
  target?.focus();
  if (target instanceof HTMLInputElement && target.type !== "radio") target.select();
  target?.scrollIntoView({ block: "center" });
}

/** To the first field with a problem, in the order of the page. */
export function focusFirst(ids: readonly string[]): void {
  const found = ids.flatMap((id) => document.getElementById(id) ?? []);
  const [first] = found.sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  if (first) focusField(first.id);
}
