/** What each word of a view means, and the JSON Schema of its value: the words of the OpenAPI document. */
import { profiles } from "./act.ts";
import { stageCodes } from "./stage.ts";
import { flagCodes } from "./standing.ts";
import {
  columnWords,
  defaultLimit,
  defaultSort,
  maxLimit,
  maxQueryLength,
  sortWords,
  type View,
  type Vocabulary,
} from "./view.ts";

export interface WordDoc {
  description: string;
  schema: Readonly<Record<string, unknown>>;
}

const oneOf = (values: Iterable<string>) => ({ type: "string", enum: [...values] });
const many = (items: WordDoc["schema"]) => ({ type: "array", items });
const day = { type: "string", format: "date" };
const code = { type: "string", pattern: "^[A-Za-z]{2}$" };

/** Every word, with the values that the record has where they come from the record. */
export function viewWordDocs({ types, frameworks, tags, rules }: Vocabulary): Record<keyof View, WordDoc> {
  const sorts = sortWords.flatMap((word) => [word, `-${word}`]);
  return {
    q: {
      description: "Full text: titles, parties in any of their names, places, people and summaries.",
      schema: { type: "string", maxLength: maxQueryLength },
    },
    party: { description: "Any of these countries is a side.", schema: many(code) },
    between: {
      description: "These two are on opposite sides.",
      schema: { type: "string", pattern: "^[A-Za-z]{2},[A-Za-z]{2}$" },
    },
    stage: { description: "Where it stands on the day.", schema: many(oneOf(stageCodes)) },
    type: { description: "Kind of instrument.", schema: many(oneOf([...types].sort())) },
    framework: { description: "What it hangs under.", schema: many(oneOf([...frameworks].sort())) },
    profile: { description: "Which acts bind.", schema: many(oneOf(profiles)) },
    tag: { description: "Tag of the record.", schema: many(oneOf([...tags].sort())) },
    signedFrom: { description: "Signed on this day or later.", schema: day },
    signedTo: { description: "Signed on this day or earlier.", schema: day },
    flag: { description: "What calls for attention on the day.", schema: many(oneOf(flagCodes)) },
    on: { description: "What was true on this day. Left out: today, in UTC.", schema: day },
    known: {
      description:
        "What this record knew at this instant (UTC); a day alone means its end. Left out: all it knows.",
      schema: { type: "string", examples: ["2026-11-23T12:00:00Z", "2026-11-23"] },
    },
    rule: {
      description: "The counting rule of the number of signed agreements.",
      schema: { ...oneOf(rules), default: "instruments" },
    },
    sort: {
      description: "Order of the rows; - in front descends. Rows without a value come last.",
      schema: { ...oneOf(sorts), default: `${defaultSort.descending ? "-" : ""}${defaultSort.word}` },
    },
    limit: {
      description: "Rows on a page.",
      schema: { type: "integer", minimum: 1, maximum: maxLimit, default: defaultLimit },
    },
    cursor: {
      description: "The page.next of the answer before. Pages neither skip nor repeat a row.",
      schema: { type: "string" },
    },
    columns: {
      description:
        "Columns of the table, with commas; taken so that a page's address works here, changes no data.",
      schema: { type: "array", items: oneOf(columnWords) },
    },
    ghosts: {
      description:
        "What came after the day on a lane; taken so that a page's address works here, changes no data.",
      schema: { ...oneOf(["on", "off"]), default: "on" },
    },
  };
}
