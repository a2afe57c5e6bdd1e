"use client";

import { useEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import { isShortcut } from "./keys/setting.ts";

/** Search over all agreements: a plain form, reached with “/”. */
export function SiteSearch({ shortcut = false }: { shortcut?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!shortcut) return;
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isShortcut(event)) return;
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
