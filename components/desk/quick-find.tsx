"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { apiPaths, paths } from "#domain/paths.ts";
import { defaultView } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import { StageLabel } from "../stage-label.tsx";
import { getJson } from "./send.ts";
import { useRested } from "./use-rested.ts";

const most = 8;
const pause = 120;

/** Finds an agreement while one types; Enter opens the first. Without script it searches the public table. */
export function QuickFind() {
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const asked = useRested(text.trim().slice(0, 200), pause);
  const { data } = useQuery({
    queryKey: ["find", asked],
    queryFn: ({ signal }) =>
      getJson<{ data: Row[] }>(apiPaths.agreements({ ...defaultView, q: asked, limit: most }), signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
  const found = asked === "" || text.trim() === "" ? [] : (data?.data ?? []);
  const shown = found.length > 0;
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!shown) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((active + step + found.length) % found.length);
    else if (event.key === "Enter") document.getElementById(`${id}-${active}`)?.click();
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
  };
  return (
    <search className="quick-find">
      <form action={paths.agreements()}>
        <Icon name="search" />
        <input
          className="input"
          type="search"
          name="q"
          aria-label="Find an agreement to work on"
          placeholder="Find an agreement: country, title, person, place"
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={keys}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${active}` : undefined}
          aria-keyshortcuts="f"
        />
      </form>
      <p className="vh" role="status">
        {asked === "" ? "" : `${found.length} found`}
      </p>
      <div className="found" id={`${id}-list`} role="listbox" aria-label="Agreements" hidden={!shown}>
        {found.map(({ slug, title, stage }, index) => (
          <a
            key={slug}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            href={paths.deskAgreement(slug)}
          >
            <span>{title}</span>
            <StageLabel stage={stage.code} />
          </a>
        ))}
      </div>
    </search>
  );
}
