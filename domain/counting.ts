/** Counting rules: named, published rules that turn "how many are signed?" into one number and its rows. */

export interface CountingRule {
  id: string;
  label: string;
  definition: string;
  /** Which agreements the rule looks at; null leaves the word open. */
  only: { tag: string | null; framework: string | null; profile: string | null };
  /** Agreements with an organisation on a side are left out. */
  statesOnly: boolean;
  /** What one is: an instrument, or a pair of sides however many instruments they have. */
  counts: "instruments" | "partners";
}

const open = { tag: null, framework: null, profile: null };

/**
 * The rules that hold for any record; the record may add its own (`data/counting-rules.json`), such as a published
 * list. Every rule counts agreements that had reached the stage `signed` by the day.
 */
export const generalRules: readonly CountingRule[] = [
  {
    id: "instruments",
    label: "Instruments",
    definition: "Each signed agreement in the filter counts once.",
    only: open,
    statesOnly: false,
    counts: "instruments",
  },
  {
    id: "partners",
    label: "Partners",
    definition: "Each partner counts once, however many instruments were signed.",
    only: open,
    statesOnly: false,
    counts: "partners",
  },
  {
    id: "states-only",
    label: "States only",
    definition: "As instruments, agreements with organisations left out.",
    only: open,
    statesOnly: true,
    counts: "instruments",
  },
];

export const defaultRule = "instruments";
