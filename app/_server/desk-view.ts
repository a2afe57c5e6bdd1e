/** What pages and routes of the desk read: the desk of one user, and an agreement with all that its forms offer. */
import { agreementAt } from "#db/queries/agreement.ts";
import { deskOf } from "#db/queries/desk.ts";
import { draftOf } from "#db/queries/drafts.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { placesInUse } from "#db/queries/places.ts";
import { listProposals } from "#db/queries/proposals.ts";
import { usualNext } from "#db/queries/usual-steps.ts";
import { may } from "#domain/permission.ts";
import type { DeskAnswer } from "#domain/wire-desk.ts";
import type { User } from "./session.ts";
import { type Resolved, resolveView } from "./view.ts";

/** The whole desk of a user, as the page is made of it and as the browser asks for it again. */
export async function deskAnswer(user: User): Promise<DeskAnswer> {
  const { db, clocks, now } = await resolveView({});
  const reviews = may(user.role, "review");
  return { data: await deskOf(db, { userId: user.id, reviews }, clocks), now };
}

/** What may be chosen for the fields of an agreement. */
export async function deskVocabulary({ db, vocabulary }: Resolved) {
  const frameworks = await listFrameworks(db);
  return {
    countries: [...vocabulary.countries]
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    types: [...vocabulary.types].sort(),
    frameworks: frameworks.map(({ slug, shortTitle }) => ({ slug, title: shortTitle })),
    tags: [...vocabulary.tags].sort(),
  };
}

/** An agreement as it is now with everything that its forms offer; null when there is none. */
export async function deskAgreement(user: User, slug: string) {
  const resolved = await resolveView({});
  const { db, clocks, today } = resolved;
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) return null;
  const [usual, places, vocabulary, act, fields] = await Promise.all([
    usualNext(db, agreement.stage.code, clocks),
    placesInUse(db),
    deskVocabulary(resolved),
    draftOf(db, user.id, `act:${slug}`),
    draftOf(db, user.id, `fields:${slug}`),
  ]);
  const me = { id: user.id, name: user.name, role: user.role };
  return { agreement, today, me, usual, places, vocabulary, drafts: { act, fields } };
}

/** What the form of a new agreement offers. */
export async function newAgreementDesk(user: User) {
  const resolved = await resolveView({});
  const { db, today } = resolved;
  const [places, vocabulary, kept] = await Promise.all([
    placesInUse(db),
    deskVocabulary(resolved),
    draftOf(db, user.id, "agreement:new"),
  ]);
  const me = { id: user.id, name: user.name, role: user.role };
  return { me, today, places, vocabulary, kept };
}

/** Proposals that wait, for those who decide; for everybody else their own, decided ones too. */
export async function proposalsFor(user: User) {
  const { db } = await resolveView({});
  const reviews = may(user.role, "review");
  return listProposals(db, {
    state: reviews ? "waiting" : null,
    proposedBy: reviews ? null : user.id,
    readerId: user.id,
  });
}
