/** The published rules as one value: what the API and the methodology page show. */
import { actKindCodes, actKinds, profileRules, profiles } from "./act.ts";
import type { StageTable } from "./answers.ts";
import { type Guard, guards, stageCodes, stages, transitions } from "./stage.ts";
import { flagCodes, flagRules } from "./standing.ts";

/** Stages, transitions, guards, kinds of acts, profiles and flags, each in its own order. */
export function stageTableOf(): StageTable {
  return {
    data: stageCodes.map((code) => ({ code, ...stages[code] })),
    transitions: transitions.map(({ guard, from, profiles: holdsIn, ...rest }) => ({
      ...rest,
      from: [...from],
      profiles: [...holdsIn],
      guard: guard ?? null,
    })),
    guards: (Object.keys(guards) as Guard[]).map((id) => ({ id, definition: guards[id] })),
    acts: actKindCodes.map((kind) => ({ kind, ...actKinds[kind] })),
    profiles: profiles.map((code) => ({ code, ...profileRules[code] })),
    flags: flagCodes.map((code) => ({ code, ...flagRules[code] })),
  };
}
