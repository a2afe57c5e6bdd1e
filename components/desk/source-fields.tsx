"use client";

import { useQuery } from "@tanstack/react-query";
import { dateInWords } from "#domain/date-words.ts";
import type { Day } from "#domain/day.ts";
import { apiPaths } from "#domain/paths.ts";
import { defaultView } from "#domain/view.ts";
import type { CitedSource } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import { emptySource, type Problems, quoteLength, type SourceValues } from "./act-values.ts";
import { DateField } from "./date-field.tsx";
import { getJson } from "./send.ts";
import { ChoiceField, TextArea, TextField } from "./text-field.tsx";
import { useRested } from "./use-rested.ts";

const stances = [
  ["supports", "It says so"],
  ["contradicts", "It says otherwise"],
] as const;

const isAddress = (text: string): boolean => /^https?:\/\/\S+\.\S{2,}/.test(text);

/** A source of the record with exactly this address. */
function useKnownSource(url: string): CitedSource | null {
  const asked = useRested(url.trim(), 300);
  const { data } = useQuery({
    queryKey: ["known-source", asked],
    queryFn: ({ signal }) =>
      getJson<{ data: CitedSource[] }>(
        apiPaths.sources({ ...defaultView, q: asked.slice(0, 200), limit: 50 }),
        signal,
      ),
    enabled: isAddress(asked),
    refetchInterval: false,
    staleTime: 60_000,
  });
  return data?.data.find((source) => source.url === asked) ?? null;
}

function Known({ source }: { source: CitedSource }) {
  const { publisher, title, publishedOn, citations } = source;
  return (
    <p className="known-source">
      <Icon name="check" />
      <span>
        <b>Already in the record.</b> {[publisher, title].filter(Boolean).join(": ")}
        {publishedOn ? `, ${dateInWords(publishedOn)}` : ""}. Cited {citations}{" "}
        {citations === 1 ? "time" : "times"}.
      </span>
    </p>
  );
}

interface OneSourceProps {
  source: SourceValues;
  number: number;
  today: Day;
  problems: Problems;
  onChange: (source: SourceValues) => void;
  onRemove: (() => void) | null;
}

function OneSource({ source, number, today, problems, onChange, onRemove }: OneSourceProps) {
  const known = useKnownSource(source.url);
  const { key } = source;
  const set = (part: Partial<SourceValues>) => onChange({ ...source, ...part });
  return (
    <fieldset className="source-fields">
      <legend className="vh">Source {number}</legend>
      <TextField
        id={`${key}-url`}
        label={number === 1 ? "Source (web address)" : `Source ${number} (web address)`}
        value={source.url}
        type="url"
        inputMode="url"
        spellCheck={false}
        placeholder="https://"
        maxLength={2000}
        problem={problems[`${key}-url`]}
        onChange={(url) => set({ url })}
      />
      {known ? <Known source={known} /> : null}
      {!known && isAddress(source.url) ? (
        <div className="pairs">
          <TextField
            id={`${key}-publisher`}
            label="Publisher"
            value={source.publisher}
            maxLength={200}
            onChange={(publisher) => set({ publisher })}
          />
          <DateField
            id={`${key}-published`}
            label="Published on"
            value={source.publishedOn}
            today={today}
            problem={problems[`${key}-published`]}
            onChange={(publishedOn) => set({ publishedOn })}
          />
          <TextField
            id={`${key}-title`}
            label="Title, in its own language"
            value={source.title}
            maxLength={500}
            onChange={(title) => set({ title })}
          />
          <TextField
            id={`${key}-language`}
            label="Language (en, uk, fr, …)"
            value={source.language}
            maxLength={20}
            problem={problems[`${key}-language`]}
            onChange={(language) => set({ language })}
          />
        </div>
      ) : null}
      <details className="more">
        <summary>Quotation, or a source that says otherwise</summary>
        <TextArea
          id={`${key}-quote`}
          label="Short quotation"
          hint={`${[...source.quote].length} of ${quoteLength} characters`}
          value={source.quote}
          problem={problems[`${key}-quote`]}
          onChange={(quote) => set({ quote })}
        />
        <ChoiceField
          id={`${key}-stance`}
          label="What it says"
          value={source.stance}
          choices={stances}
          onChange={(stance) => set({ stance: stance === "contradicts" ? "contradicts" : "supports" })}
        />
      </details>
      {onRemove ? (
        <button type="button" className="btn small" onClick={onRemove}>
          <Icon name="close" />
          Remove source {number}
        </button>
      ) : null}
    </fieldset>
  );
}

/** The sources of what is recorded: known addresses are recognised, new ones are described. */
export function SourceFields({
  sources,
  today,
  problems,
  single = false,
  onChange,
}: {
  sources: readonly SourceValues[];
  today: Day;
  problems: Problems;
  /** One source and no more. */
  single?: boolean;
  onChange: (sources: SourceValues[]) => void;
}) {
  return (
    <div className="sources-edit">
      {sources.map((source, index) => (
        <OneSource
          key={source.key}
          source={source}
          number={index + 1}
          today={today}
          problems={problems}
          onChange={(changed) => onChange(sources.map((one) => (one.key === source.key ? changed : one)))}
          onRemove={
            sources.length > 1 ? () => onChange(sources.filter((one) => one.key !== source.key)) : null
          }
        />
      ))}
      {single ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => onChange([...sources, emptySource(`source-${crypto.randomUUID()}`)])}
        >
          Add a source
        </button>
      )}
    </div>
  );
}
