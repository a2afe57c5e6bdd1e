/** What the steps of an import hand to each other: a row of the file, what it says, and what becomes of it. */
import type { ActKind, Certainty, Ending, Profile } from "../act.ts";

/** Something to tell about a row, at the column where it lies. */
export interface Reason {
  column: string;
  message: string;
}

/** A row as the file has it. */
export interface FileRow {
  /** The number of the row in the file; the header is row 1. */
  row: number;
  /** The text under each header. */
  cells: Readonly<Record<string, string>>;
  /** What could not even be read as text, by column; a fault of the whole row has the column `row`. */
  faults: readonly Reason[];
}

/** An act that a row speaks of; both sides did it. */
export interface RowAct {
  kind: ActKind & ("signed" | "in-force" | "in-effect" | "ended");
  date: string;
  certainty: Certainty;
  how: Ending | null;
  place: string | null;
  note: string | null;
}

/** An agreement as a row gives it. What the file does not say is null. */
export interface RowAgreement {
  title: string;
  titleNote: string | null;
  type: string | null;
  profile: Profile | null;
  framework: string | null;
  sides: [string[], string[]];
  tags: string[];
  acts: RowAct[];
  /** Addresses of publications that the row cites. */
  sources: string[];
  slug: string | null;
  /** The row's own number in its list. */
  listId: string | null;
  /** The revision of the agreement that whoever made the row had seen. */
  revision: number | null;
  /** What a reader should know and what is no reason to refuse. */
  notes: Reason[];
}

export type RowReading = { agreement: RowAgreement } | { reasons: Reason[]; title: string | null };

export const rowResults = ["create", "update", "unchanged", "rejected"] as const;
export type RowResult = (typeof rowResults)[number];
