/** What became of a form that was sent, told once to the page that comes next. */
export interface FormOutcome {
  /** It was done: a sentence. */
  done?: string;
  /** It was refused: a sentence, and the field it speaks of (none: the whole form). */
  problem?: { message: string; path: string | null };
  /** What was typed and may be typed again; never a password. */
  typed?: Readonly<Record<string, string>>;
  /** What is shown this once: a token or a one-time link. */
  secret?: { label: string; value: string };
}

/** The sentence for a field, to be tied to it. */
export const problemOf = (outcome: FormOutcome | null, path: string): string | undefined =>
  outcome?.problem?.path === path ? outcome.problem.message : undefined;
