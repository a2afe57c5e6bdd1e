"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { Again } from "./early-input.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields of forms that only scripts can send: what is in them counts when it was told to these. */
const fields = "form:not([action]) :is(input, textarea, select)";

/** React has seen what came before. */
const rest = () => new Promise((done) => setTimeout(done));

/** What the reader has put into a field, as something that puts it there again; null: nothing. */
function typed(field: Field): (() => void) | null {
  if (field instanceof HTMLSelectElement) {
    const { value } = field;
    const options = [...field.options];
    const before = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
    if (before === undefined || value === before.value) return null;
    return () => {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
  }
  if (/^(checkbox|radio)$/.test(field.type)) {
    const box = field as HTMLInputElement;
    if (box.checked === box.defaultChecked) return null;
    const { checked } = box;
    return () => {
      box.checked = !checked;
      box.click();
    };
  }
  const { value } = field;
  if (field.type === "file" || value === field.defaultValue) return null;
  return () => {
    // React takes the text that it found for its own and tells of none that is the same: it is given the old text,
    // and the new one past it.
    field.value = field.defaultValue;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
}

const again: Again = (event, element) => {
  if (!element.isConnected) return;
  if (event instanceof KeyboardEvent) element.dispatchEvent(new KeyboardEvent(event.type, event));
  else if (element instanceof HTMLFormElement) element.requestSubmit((event as SubmitEvent).submitter);
  else element.click();
};

async function replay(filled: (() => void)[]): Promise<void> {
  // What the effects changed is drawn first: one of them may have brought a draft.
  await rest();
  for (const fill of filled) {
    fill();
    await rest();
  }
  while (window.earlyInput?.(again)) await rest();
}

/** Once the page has come alive, does what was typed and pressed before: see early-input.ts. */
export function EarlyInputReplay() {
  const filled = useRef<(() => void)[]>([]);
  // All fields are read before an effect changes one and before the first is told: React draws the form anew then.
  useLayoutEffect(() => {
    filled.current = [...document.querySelectorAll<Field>(fields)].flatMap((field) => typed(field) ?? []);
  }, []);
  // The last of all effects: what listens to keys has been told to.
  useEffect(() => void replay(filled.current), []);
  return null;
}
