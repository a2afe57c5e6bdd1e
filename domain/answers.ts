/** What the routes of the API answer with: envelopes around the shapes of `wire.ts`, and the published rules. */
import { z } from "zod";
import { actKindCodes, profiles } from "./act.ts";
import { drawings, guards, stageCodes } from "./stage.ts";
import { flagCodes } from "./standing.ts";
import {
  agreement,
  change,
  citedSource,
  clock,
  country,
  countryDetail,
  framework,
  instant,
  ruleRef,
  slug,
  stageCode,
} from "./wire.ts";

export const agreementAnswer = z.object({ data: agreement, clock }).meta({ id: "AgreementAnswer" });
export const countryAnswer = z.object({ data: countryDetail, clock }).meta({ id: "CountryAnswer" });
export const frameworkAnswer = z.object({ data: framework, clock }).meta({ id: "FrameworkAnswer" });
export const countryList = z.object({ data: z.array(country), clock }).meta({ id: "CountryList" });

const next = z
  .string()
  .nullable()
  .meta({ description: "The `cursor` of the next page; null on the last one." });

export const sourceList = z
  .object({ data: z.array(citedSource), page: z.object({ limit: z.int(), next, total: z.int() }), clock })
  .meta({ id: "SourceList" });
export type SourceList = z.infer<typeof sourceList>;

export const changeList = z
  .object({
    data: z.array(change),
    page: z.object({
      limit: z.int(),
      next,
      latest: z.string().nullable().meta({
        description: "Send it as `since` to get what is recorded from here on; null on later pages.",
      }),
    }),
    clock,
  })
  .meta({ id: "ChangeList" });
export type ChangeList = z.infer<typeof changeList>;

export const countingRule = ruleRef
  .extend({
    only: z
      .object({
        tag: z.string().nullable(),
        framework: z.string().nullable(),
        profile: z.string().nullable(),
      })
      .meta({ description: "Which agreements the rule looks at; null leaves the word open." }),
    statesOnly: z.boolean().meta({ description: "Agreements with an organisation on a side are left out." }),
    counts: z.enum(["instruments", "partners"]),
  })
  .meta({ id: "CountingRule" });
export const ruleList = z.object({ data: z.array(countingRule) }).meta({ id: "RuleList" });

const labelled = { label: z.string(), definition: z.string() };

/** The published rules by which stages follow from acts, as the server applies them. */
export const stageTable = z
  .object({
    data: z.array(
      z.object({
        code: z.enum(stageCodes),
        ...labelled,
        rank: z.int().meta({ description: "Position on the path." }),
        final: z.boolean().meta({ description: "No act leads out of it." }),
        drawing: z.enum(drawings),
      }),
    ),
    transitions: z.array(
      z.object({
        id: z.string(),
        from: z.array(stageCode),
        act: z.enum(actKindCodes),
        to: stageCode,
        guard: z.string().nullable(),
        profiles: z.array(z.enum(profiles)),
        law: z.string(),
        definition: z.string(),
      }),
    ),
    guards: z.array(
      z.object({ id: z.enum(Object.keys(guards) as [keyof typeof guards]), definition: z.string() }),
    ),
    acts: z.array(
      z.object({
        kind: z.enum(actKindCodes),
        label: z.string(),
        moves: z.boolean().meta({ description: "Whether it can move the stage." }),
        order: z.int().meta({ description: "The order in which acts of one day are applied." }),
        law: z.string(),
      }),
    ),
    profiles: z.array(z.object({ code: z.enum(profiles), ...labelled })),
    flags: z.array(z.object({ code: z.enum(flagCodes), ...labelled })),
  })
  .meta({ id: "StageTable" });
export type StageTable = z.infer<typeof stageTable>;

export const health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

/** How often the agreements of a frozen view were changed since. */
export const shareChanges = z.object({
  data: z.object({
    since: instant,
    changes: z.int(),
    agreements: z.array(z.object({ slug, count: z.int() })),
  }),
});

/** oEmbed 1.0, section 2.3.4.4. */
export const oembed = z.object({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  width: z.int(),
  height: z.int(),
  html: z.string().meta({ description: "The frame to put into a page." }),
});

/** What freezing a view answers with. */
export const frozen = z.object({
  hash: z.string().meta({ description: "SHA-256 of the canonical JSON, in hexadecimal digits." }),
  url: z.string().meta({ description: "The address of the frozen view." }),
});
