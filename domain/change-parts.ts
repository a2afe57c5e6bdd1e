/** Which parts of an agreement a change touched, read from what the audit log keeps of it. */
import { contentOf, fieldNames } from "./change-content.ts";

export type AgreementField = (typeof fieldNames)[number];

/** Parts that are lists of facts; a field of the agreement is a part of its own. */
export type FactPart = "acts" | "commitments" | "citations" | "checks";
export type AgreementPart = FactPart | AgreementField;

const parts: Readonly<Record<string, readonly AgreementPart[]>> = {
  act: ["acts"],
  acts: ["acts"],
  commitment: ["commitments"],
  commitments: ["commitments"],
  citation: ["citations"],
  citations: ["citations"],
  check: ["checks"],
  checks: ["checks"],
  conflicts: [],
  // Who accepted a proposal, and what is reverted, are no parts of the record.
  proposal: [],
  reverts: [],
};

/** The parts that a change touched; null when it may have touched anything. */
export function partsTouched(change: { before: unknown; after: unknown }): readonly AgreementPart[] | null {
  const sides = [contentOf(change.before), contentOf(change.after)];
  const names = sides.flatMap((side) => Object.keys(side));
  if (names.length === 0) return null;
  const touched = names.map((name): readonly AgreementPart[] | undefined =>
    name === "fields"
      ? fieldNames.filter((field) => sides.some(({ fields }) => fields?.[field] !== undefined))
      : parts[name],
  );
  return touched.every((list) => list !== undefined) ? [...new Set(touched.flat())] : null;
}
