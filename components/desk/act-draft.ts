/** The draft of an act's form: what is typed, and what its writer was looking at when they began. */
import type { Act, Agreement } from "#domain/wire.ts";
import { type ActBody, type ActValues, isTouched } from "./act-values.ts";

export interface ActDraft extends Record<string, unknown> {
  values: ActValues;
  /** The revision that was seen when the form was begun; a stage change is made upon what its editor saw. */
  revision: number;
}

export const isDraftTouched =
  (pristine: ActValues) =>
  ({ values }: ActDraft): boolean =>
    isTouched(values, pristine);

/** The act as a row before the server has answered; it says that it is on its way. */
export const pendingId = "pending";
export function pendingAct(body: ActBody, label: string, agreement: Agreement): Act {
  if (body.kind === "" || body.actor === "") throw new RangeError("The form is not complete.");
  const citations: Act["citations"] = body.citations.map(({ url, stance, quote, ...source }, index) => ({
    id: -1 - index,
    sourceId: url,
    url,
    ...source,
    source: { id: url, url, note: null, archivedUrl: null, ...source },
    stance,
    quote,
    field: null,
  }));
  return {
    ...body,
    kind: body.kind,
    actor: body.actor,
    how: null,
    id: pendingId,
    label,
    citations,
    stage: null,
    metBy: null,
    slipDays: null,
    recordedAt: agreement.changedAt,
    recordedBy: "you",
  };
}
