"use client";

import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { useGoTo } from "./router.ts";

/** The address that the form asks for: no empty fields, and a list of columns as one word. */
function addressOf(form: HTMLFormElement): string {
  const words = new Map<string, string[]>();
  for (const [word, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "")
      words.set(word, [...(words.get(word) ?? []), value.trim()]);
  }
  const pairs = [...words].flatMap(([word, values]) =>
    word === "columns" ? [[word, values.join(",")]] : values.map((value) => [word, value]),
  );
  const query = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  const path = form.getAttribute("action") ?? "";
  return query === "" ? path : `${path}?${query}`;
}

const openMenus = (form: HTMLFormElement | null) =>
  form?.querySelectorAll<HTMLDetailsElement>("details.filter-menu[open]") ?? [];

/** Closes a menu on a press elsewhere and on Escape, which returns to its button. */
function useMenus(form: React.RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      for (const menu of openMenus(form.current)) {
        if (target instanceof Node && !menu.contains(target)) menu.open = false;
      }
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of openMenus(form.current)) {
        menu.open = false;
        if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", press);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("keydown", key);
    };
  }, [form]);
}

/** A plain GET form. With script a choice is asked for at once, the old rows stay, and nothing scrolls. */
export function FilterForm({
  action,
  address,
  children,
}: {
  action: string;
  /** The address of the page as it stands: when it changes, the fields say what it says. */
  address: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const goTo = useGoTo();
  const [busy, start] = useTransition();
  useMenus(form);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is what brings new defaults.
  useEffect(() => form.current?.reset(), [address]);

  const ask = (element: HTMLFormElement) => start(() => goTo(addressOf(element), "push"));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask(event.currentTarget);
  };
  const change = ({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
    const field: EventTarget = target;
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) ask(currentTarget);
  };
  return (
    <form
      ref={form}
      className={busy ? "filters busy" : "filters"}
      action={action}
      aria-busy={busy}
      onSubmit={submit}
      onChange={change}
    >
      {children}
    </form>
  );
}
