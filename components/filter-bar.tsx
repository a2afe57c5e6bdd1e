"use client";

import { CountryMenu } from "./agreements/country-menu.tsx";
import type { FilterChoices } from "./agreements/filter-choices.ts";
import { SearchBox } from "./agreements/search-box.tsx";
import { DayField } from "./day-field.tsx";
import { ChoiceOptions, FacetOptions, FilterMenu } from "./facet-menu.tsx";
import { FilterForm } from "./filter-form.tsx";

type Word = keyof FilterChoices["facets"];

const labels: Record<Word, string> = {
  stage: "Stage",
  party: "Country",
  type: "Type",
  framework: "Framework",
  profile: "Profile",
  tag: "Tag",
  flag: "Flag",
};

/** What is chosen of some words: the one value in words, or how many. */
function chosenInWords({ facets, chosen }: FilterChoices, words: readonly Word[]): string | null {
  const all = words.flatMap((word) =>
    chosen[word].map((value) => facets[word].find(([code]) => code === value)?.[1] ?? value),
  );
  return all.length > 1 ? String(all.length) : (all[0] ?? null);
}

const facetOptions = ({ facets }: FilterChoices, word: Word) =>
  facets[word].map(([value, label, count]) => ({ value, label, count }));

function Facet({ choices, word }: { choices: FilterChoices; word: Word }) {
  const options = facetOptions(choices, word);
  if (options.length === 0) return null;
  return <FacetOptions word={word} label={labels[word]} options={options} chosen={choices.chosen[word]} />;
}

function FacetMenu({
  choices,
  words,
  label,
}: {
  choices: FilterChoices;
  words: readonly Word[];
  label: string;
}) {
  if (words.every((word) => choices.facets[word].length === 0)) return null;
  return (
    <FilterMenu label={label} value={chosenInWords(choices, words)}>
      {words.map((word) => (
        <Facet key={word} choices={choices} word={word} />
      ))}
    </FilterMenu>
  );
}

function SignedMenu({ signedFrom, signedTo }: Pick<FilterChoices, "signedFrom" | "signedTo">) {
  const value =
    signedFrom && signedTo
      ? `${signedFrom} to ${signedTo}`
      : signedFrom
        ? `from ${signedFrom}`
        : signedTo
          ? `to ${signedTo}`
          : null;
  return (
    <FilterMenu label="Signed" value={value}>
      <fieldset className="options">
        <legend>Day of signature</legend>
        {(
          [
            ["signedFrom", "From", signedFrom],
            ["signedTo", "To", signedTo],
          ] as const
        ).map(([word, label, day]) => (
          <div key={word} className="field">
            <label htmlFor={word}>{label}</label>
            <DayField id={word} name={word} value={day} />
          </div>
        ))}
      </fieldset>
      <button className="btn small needs-script" type="submit">
        Apply
      </button>
    </FilterMenu>
  );
}

/** The filters of the table: one form, so that all that is chosen travels together. */
export function FilterBar({ choices }: { choices: FilterChoices }) {
  const { rule, rules, sort, sorts } = choices;
  return (
    <FilterForm action={choices.action} address={choices.address}>
      {choices.hidden.map(([word, value]) => (
        <input key={word + value} type="hidden" name={word} value={value} />
      ))}
      <SearchBox value={choices.q} api={choices.api} address={choices.agreement} />
      <FacetMenu choices={choices} words={["stage"]} label="Stage" />
      <CountryMenu
        options={facetOptions(choices, "party")}
        chosen={choices.chosen.party}
        value={chosenInWords(choices, ["party"])}
        all={choices.allCountries}
      />
      <FacetMenu choices={choices} words={["type"]} label="Type" />
      <SignedMenu {...choices} />
      <FacetMenu choices={choices} words={["framework", "profile", "tag", "flag"]} label="More" />
      <FilterMenu
        label="Count"
        value={rule === "" ? null : (rules.find(({ value }) => value === rule)?.label ?? rule)}
      >
        <ChoiceOptions word="rule" label="What counts as one" options={rules} chosen={rule} />
      </FilterMenu>
      <span className="grow" />
      <FilterMenu
        label="Sort"
        value={sort === "" ? null : (sorts.find(({ value }) => value === sort)?.label ?? sort)}
        end
      >
        <ChoiceOptions word="sort" label="Sorted by" options={sorts} chosen={sort} />
      </FilterMenu>
      <FilterMenu label="Columns" value={null} end>
        <fieldset className="options">
          <legend>Columns shown</legend>
          {choices.columns.map(({ value, label }) => (
            <label key={value} className="check">
              <input
                type="checkbox"
                name="columns"
                value={value}
                defaultChecked={choices.shown.includes(value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      </FilterMenu>
    </FilterForm>
  );
}
