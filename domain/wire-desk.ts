/** The shapes of the desk on the wire: what needs attention, and forms that were begun. */
import { z } from "zod";
import { flagCodes } from "./standing.ts";
import { change, day, instant, row, slug } from "./wire.ts";

export const deskRow = row
  .pick({ slug: true, title: true, sides: true, stage: true, next: true, checkedOn: true, flags: true })
  .extend({ since: day.meta({ description: "The day since when it needs attention." }) })
  .meta({ id: "DeskRow" });
export type DeskRow = z.infer<typeof deskRow>;

export const attention = z
  .object({
    flag: z.enum(flagCodes),
    label: z.string(),
    definition: z.string(),
    count: z.int(),
    rows: z.array(deskRow).meta({ description: "The first of them, the longest in need first." }),
  })
  .meta({ id: "Attention" });
export type Attention = z.infer<typeof attention>;

export const draftSubject = z
  .string()
  .regex(/^[a-z]+:[a-z0-9-]{1,200}(?::[A-Za-z0-9-]{1,100})?$/)
  .meta({ id: "DraftSubject", description: "What a draft is about.", examples: ["act:some-agreement"] });

export const draft = z
  .object({
    subject: draftSubject,
    body: z.record(z.string(), z.unknown()).meta({ description: "The form as it was left." }),
    updatedAt: instant,
  })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof draft>;

/** The agreement that a subject is about: its second part. */
export const slugOfSubject = (subject: string): string => subject.split(":")[1] ?? "";

export const deskProposal = z
  .object({
    id: z.string(),
    summary: z.string().meta({ description: "What it asks for, in words." }),
    agreement: slug.nullable(),
    title: z.string().nullable(),
    state: z.enum(["waiting", "accepted", "rejected"]),
    by: z.string().meta({ description: "The name of the proposer." }),
    mine: z.boolean(),
    reason: z.string().nullable(),
    note: z.string().nullable().meta({ description: "What the one who decided says." }),
    proposedAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: "DeskProposal" });
export type DeskProposal = z.infer<typeof deskProposal>;

export const deskDraft = draft
  .omit({ body: true })
  .extend({ agreement: slug.nullable(), title: z.string().nullable() })
  .meta({ id: "DeskDraft" });
export type DeskDraft = z.infer<typeof deskDraft>;

/** Everything that the desk shows first. */
export const deskOverview = z
  .object({
    attention: z.array(attention),
    waiting: z.object({ count: z.int(), rows: z.array(deskProposal) }).meta({
      description: "Proposals to be decided: all of them for editors, one's own for contributors.",
    }),
    returned: z.array(deskProposal).meta({ description: "The caller's own that were returned." }),
    drafts: z.array(deskDraft),
    changes: z.array(change),
  })
  .meta({ id: "DeskOverview" });
export type DeskOverview = z.infer<typeof deskOverview>;

export const deskAnswer = z
  .object({ data: deskOverview, now: instant.meta({ description: "The server's clock." }) })
  .meta({ id: "DeskAnswer" });
export type DeskAnswer = z.infer<typeof deskAnswer>;

export const draftInput = z.strictObject({ body: z.record(z.string(), z.unknown()) });

export const draftAnswer = z
  .object({
    data: draft.nullable(),
    others: z
      .array(z.object({ name: z.string(), updatedAt: instant }))
      .meta({ description: "Who else has been writing about the same agreement in the last two minutes." }),
  })
  .meta({ id: "DraftAnswer" });
export type DraftAnswer = z.infer<typeof draftAnswer>;
