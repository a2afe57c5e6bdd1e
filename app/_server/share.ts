/** Looks up the frozen view of an address. */
import { cache } from "react";
import { type Share, shareAt } from "#db/queries/shares.ts";
import { DomainError } from "#domain/errors.ts";
import { type FrozenView, frozenView, readHash } from "#domain/frozen-view.ts";
import { database } from "./database.ts";
import { notFound } from "./endpoint.ts";

/**
 * The share with its content; null for an address that names none. A page reads it once: its head and its body wait
 * for the same answer, so that they come in the same order and the page is the same to the byte each time.
 */
export const readShare = cache(async (typed: string): Promise<{ share: Share; view: FrozenView } | null> => {
  const hash = readHash(typed);
  if (hash === null) return null;
  const share = await shareAt(await database(), hash);
  return share ? { share, view: frozenView.parse(JSON.parse(share.body)) } : null;
});

/** The share for a route. Throws `not-found`, or `gone` with the reason when it was withdrawn. */
export async function demandShare(typed: string): Promise<{ share: Share; view: FrozenView }> {
  const found = await readShare(typed);
  if (!found) throw notFound("frozen view", typed);
  const { withdrawnAt, withdrawnReason } = found.share;
  if (withdrawnAt !== null)
    throw new DomainError("gone", `This frozen view was withdrawn: ${withdrawnReason}`);
  return found;
}
