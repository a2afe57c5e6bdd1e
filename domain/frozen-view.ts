/**
 * A frozen view: everything that a view showed, with both clocks, as one JSON value whose canonical form (RFC 8785) is
 * hashed. Whoever has the text can check it without Accords: SHA-256 of the bytes is the hash in the address.
 */
import { z } from "zod";
import { actKindCodes } from "./act.ts";
import { stageCodes } from "./stage.ts";
import { agreement, clock, day, edtf, row, ruleRef, slug, source } from "./wire.ts";

/** The lane of a row: where it stood since when, to the day, and what was expected on it. */
export const frozenLane = z.object({
  slug,
  name: z.string().meta({ description: "What the row is called in the list." }),
  periods: z.array(z.object({ stage: z.enum(stageCodes), from: day, fromLatest: day })),
  expectations: z.array(z.object({ kind: z.enum(actKindCodes), date: edtf, from: day, to: day.nullable() })),
});
export type FrozenLane = z.infer<typeof frozenLane>;

export const frozenView = z
  .object({
    format: z.literal("accords-frozen-view-1"),
    software: z.string().meta({ description: "The version of Accords that froze it." }),
    path: z.string().meta({ description: "The address of the living view, with both clocks written out." }),
    title: z.string(),
    filters: z.record(z.string(), z.array(z.string())).meta({ description: "The query words of the view." }),
    clock,
    rule: ruleRef,
    signed: z.int().meta({ description: "How many of the view are signed by the rule." }),
    rows: z.array(row),
    lanes: z.array(frozenLane),
    agreement: agreement.nullable().meta({ description: "For the page of one agreement: all of it." }),
    sources: z.array(source).meta({ description: "Every source that the rows cite." }),
  })
  .meta({ id: "FrozenView" });
export type FrozenView = z.infer<typeof frozenView>;

/** The hash of an address in lower case, at least 22 digits (88 bits) of it, or null for text that is none. */
export const readHash = (text: string): string | null =>
  /^[0-9a-f]{22,64}$/i.test(text) ? text.toLowerCase() : null;

/** What somebody asks to be frozen. */
export const shareInput = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(4000)
    .meta({ description: "The path of a page with its query.", examples: ["/timeline?on=2024-05-14"] }),
});
