"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Icon } from "../icon.tsx";
import type { Suggestion, SuggestionListProps } from "./suggestion-list.tsx";

type SuggestionList = (props: SuggestionListProps) => ReactNode;

/**
 * The search field of the filter bar. It is a field of a plain form; from the first focus on it suggests agreements,
 * with code that is fetched only then.
 */
export function SearchBox({
  value,
  api,
  address,
}: {
  value: string;
  api: string;
  address: [string, string];
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [List, setList] = useState<SuggestionList | null>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const shown = open && found.length > 0;
  const current = shown ? found[active] : undefined;

  const load = () => {
    if (List) return;
    // Without it the field still searches on Enter.
    import("./suggestion-list.tsx")
      .then((module) => setList(() => module.SuggestionList))
      .catch(() => undefined);
  };
  const type = (typed: string) => {
    setText(typed.trim());
    setOpen(typed.trim() !== "");
    setActive(-1);
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!shown) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      const size = found.length + 1;
      setActive(((active + 1 + step + size) % size) - 1);
    } else if (event.key === "Escape") close();
    else if (event.key === "Enter" && current) document.getElementById(`${id}-${active}`)?.click();
    else return;
    event.preventDefault();
  };
  return (
    <search
      className="search-box"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        className="input"
        type="search"
        name="q"
        placeholder="Search the table"
        aria-label="Search the table"
        aria-keyshortcuts="f"
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        onFocus={load}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={keys}
        {...(List
          ? {
              role: "combobox",
              "aria-expanded": shown,
              "aria-controls": `${id}-list`,
              "aria-autocomplete": "list",
              "aria-activedescendant": current ? `${id}-${active}` : undefined,
            }
          : {})}
      />
      {List ? (
        <List
          id={id}
          text={text}
          open={open}
          api={api}
          address={address}
          active={active}
          onFound={setFound}
        />
      ) : null}
    </search>
  );
}
