"use client";

import { useEffect, useState } from "react";
import { grouped } from "#domain/numbers.ts";
import { type FacetOption, FacetOptions, FilterMenu } from "../facet-menu.tsx";
import type { FilterChoices } from "./filter-choices.ts";

interface CountryMenuProps {
  options: readonly FacetOption[];
  chosen: readonly string[];
  /** What is chosen, in words; null when nothing is. */
  value: string | null;
  all: FilterChoices["allCountries"];
}

/** The countries of the API's answer. Throws when it is another answer. */
async function fetchCountries(address: string): Promise<readonly FacetOption[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const { facets } = (await answer.json()) as { facets: { party: readonly FacetOption[] } };
  return facets.party;
}

/**
 * The countries as a filter. A record of very many sends only the most frequent with the page; the others are fetched
 * when the menu opens, and a link leads to all of them without script.
 */
export function CountryMenu({ options, chosen, value, all }: CountryMenuProps) {
  const [open, setOpen] = useState(false);
  const [fetched, setFetched] = useState<readonly FacetOption[] | null>(null);
  const api = all?.api;
  useEffect(() => {
    if (!open || api === undefined) return;
    let isAsked = true;
    // What cannot be fetched is still behind the link.
    fetchCountries(api)
      .then((found) => isAsked && setFetched(found))
      .catch(() => undefined);
    return () => {
      isAsked = false;
    };
  }, [open, api]);
  if (options.length === 0) return null;
  const listed = new Set(options.map((option) => option.value));
  const others = (fetched ?? []).filter((option) => !listed.has(option.value));
  return (
    <FilterMenu label="Country" value={value} onTurn={setOpen}>
      <FacetOptions word="party" label="Country" options={[...options, ...others]} chosen={chosen} />
      {all && fetched === null ? (
        <a className="link" href={all.href}>
          {`All ${grouped(all.count)} countries`}
        </a>
      ) : null}
    </FilterMenu>
  );
}
