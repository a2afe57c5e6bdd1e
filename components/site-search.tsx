"use client";

import { useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";

/** True where a single letter is text and no shortcut. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Search over all agreements: a plain form, reached with “/”. */
export function SiteSearch({ shortcut = false }: { shortcut?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!shortcut) return;
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [shortcut]);
  return (
    <search className="site-search">
      <form action="/agreements">
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          name="q"
          placeholder="Search"
          aria-label="Search agreements"
          aria-keyshortcuts={shortcut ? "/" : undefined}
          maxLength={200}
          autoComplete="off"
        />
        {shortcut ? (
          <span className="key needs-script" aria-hidden="true">
            /
          </span>
        ) : null}
      </form>
    </search>
  );
}
