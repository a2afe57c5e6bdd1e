/** Refusals that several commands share. */
import { DomainError } from "#domain/errors.ts";

/** The refusal of a rule, with its name and the field that breaks it. */
export const broken = (guard: string, path: string, message: string): DomainError =>
  new DomainError("rule-broken", message, { guard, errors: [{ path, message }] });

/** What changes or removes a fact says why. Throws `rule-broken`. */
export function demandReason(reason: string | null | undefined): string {
  const given = reason?.trim() ?? "";
  if (given === "") throw broken("reason-required", "reason", "Say why: a reason is required.");
  return given;
}

/** A fact that somebody records at the desk or through the API has a source. Throws `rule-broken`. */
export function demandSource(citations: readonly unknown[], path = "citations"): void {
  if (citations.length === 0) throw broken("source-required", path, "Name at least one source.");
}
