/** What two rows have in common when they speak of one agreement. */
import { plainName } from "../suggestion.ts";
import type { RowAgreement } from "./row.ts";

/** Sides in any order, title without marks and case, and the day of signature or, without one, of force. */
export function identityKey(
  sides: readonly (readonly string[])[],
  title: string,
  signed: string | null,
  force: string | null,
): string {
  const parties = sides
    .map((side) => [...side].sort().join("+"))
    .sort()
    .join("/");
  return `${parties}\n${plainName(title)}\n${signed ?? `force ${force ?? ""}`}`;
}

/** The identity of the agreement that a row gives. */
export function rowIdentity({ sides, title, acts }: RowAgreement): string {
  const dateOf = (test: (kind: string) => boolean) => acts.find(({ kind }) => test(kind))?.date ?? null;
  return identityKey(
    sides,
    title,
    dateOf((kind) => kind === "signed"),
    dateOf((kind) => kind === "in-force" || kind === "in-effect"),
  );
}
