"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Row } from "#domain/wire.ts";

export interface Suggestion {
  slug: string;
  title: string;
  stage: string;
}

export interface SuggestionListProps {
  id: string;
  text: string;
  open: boolean;
  /** The list of the API under the clocks of the page; the text is added. */
  api: string;
  /** The address of an agreement, cut at its slug. */
  address: [before: string, after: string];
  active: number;
  onFound: (found: readonly Suggestion[]) => void;
}

/** Milliseconds without a key before the record is asked. */
const pause = 120;
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });

async function suggest(address: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
  const { data }: { data: Pick<Row, "slug" | "title" | "stage">[] } = await answer.json();
  return data.map(({ slug, title, stage }) => ({ slug, title, stage: stage.label }));
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const none: readonly Suggestion[] = [];

function Found({ id, text, open, api, address, active, onFound }: SuggestionListProps) {
  const asked = useRested(text);
  const query = new URLSearchParams({ q: asked }).toString();
  const { data = none } = useQuery({
    queryKey: ["suggestions", api, asked],
    queryFn: ({ signal }) => suggest(`${api}${api.includes("?") ? "&" : "?"}${query}`, signal),
    enabled: asked !== "" && open,
    placeholderData: keepPreviousData,
  });
  const found = asked === "" ? none : data;
  useEffect(() => onFound(found), [found, onFound]);
  const shown = open && found.length > 0;
  return (
    <>
      <p className="vh" role="status">
        {open && asked !== "" ? `${found.length} suggestions` : ""}
      </p>
      <div className="suggestions" id={`${id}-list`} role="listbox" aria-label="Agreements" hidden={!shown}>
        {found.map(({ slug, title, stage }, index) => (
          <a
            key={slug}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            href={address.join(slug)}
            // The field keeps the focus, so that the list does not close before the press arrives.
            onPointerDown={(event) => event.preventDefault()}
          >
            <span>{title}</span>
            <small>{stage}</small>
          </a>
        ))}
      </div>
    </>
  );
}

/** Agreements that hold every word typed so far. */
export function SuggestionList(props: SuggestionListProps) {
  return (
    <QueryClientProvider client={client}>
      <Found {...props} />
    </QueryClientProvider>
  );
}
