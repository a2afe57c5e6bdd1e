/**
 * What an editor may want to record next, and what an act would do to the path before it is recorded. Both ask the
 * transition table through `derivation.ts`; nothing here knows a stage by itself but the landmarks.
 */
import { type ActKind, actKindCodes, actKinds, happened, type LedgerAct, type Profile } from "./act.ts";
import { type Day, later } from "./day.ts";
import { contradictionRules, derivePath, type Path } from "./derivation.ts";
import { type StageCode, stages } from "./stage.ts";

/** The id of the act that is not recorded yet. */
export const newAct = "new-act";

export interface NextAct {
  kind: ActKind;
  /** The stage after it. */
  to: StageCode;
  /** How often it came next from this stage in the record. */
  usual: number;
  /** Somebody announced or expects it. */
  expected: boolean;
}

interface Question {
  acts: readonly LedgerAct[];
  profile: Profile | null;
  today: Day;
  /** Kinds that are announced or expected. */
  expected?: readonly ActKind[];
  /** How many agreements of the record went on from this stage by each kind. */
  usual?: Partial<Record<ActKind, number>>;
}

/** Acts that are worth recording again at a stage, though they do not move it. */
const again: Partial<Record<StageCode, readonly ActKind[]>> = {
  negotiating: ["talks"],
  consenting: ["ratified", "notified"],
};

const stageAt = ({ periods }: Path): StageCode => periods.at(-1)?.stage ?? "unknown";

/** Forward before sideways and back, ends last. */
function distance(from: StageCode, to: StageCode): number {
  const step = stages[to].rank - stages[from].rank;
  if (stages[to].final) return 200 + stages[to].rank;
  if (step === 0) return 50;
  return step > 0 && to !== "paused" ? step : 100 - step;
}

/** The acts that can follow, best first: what is expected, then what usually comes next, then the shortest step. */
export function nextActs({ acts, profile, today, expected = [], usual = {} }: Question): NextAct[] {
  const path = derivePath(acts, profile);
  const from = stageAt(path);
  const date = later(today, path.periods.at(-1)?.from ?? today);
  const found = actKindCodes
    .filter((kind) => actKinds[kind].moves)
    .flatMap((kind): NextAct[] => {
      const trial = {
        id: newAct,
        kind,
        actor: "both",
        date,
        effectiveOn: null,
        certainty: "done",
        statedOn: date,
      };
      const to = stageAt(derivePath([...acts, trial as LedgerAct], profile));
      if (to === from && !again[from]?.includes(kind)) return [];
      return [{ kind, to, usual: usual[kind] ?? 0, expected: expected.includes(kind) }];
    });
  return found.sort(
    (a, b) =>
      Number(b.expected) - Number(a.expected) ||
      Number(stages[a.to].final) - Number(stages[b.to].final) ||
      b.usual - a.usual ||
      distance(from, a.to) - distance(from, b.to) ||
      // Talks say more than consultations, ratification more than acceptance: the table has them in that order.
      (a.kind === "consultations" ? 1 : 0) - (b.kind === "consultations" ? 1 : 0) ||
      actKinds[a.kind].order - actKinds[b.kind].order,
  );
}

export interface ActWarning {
  code: "skips" | "goes-back" | "stays" | "contradicts";
  message: string;
}

/** Stages that an agreement seldom reaches a later stage without; a text is often agreed without a word about it. */
const landmarks: readonly {
  passed: readonly StageCode[];
  before: number;
  profiles: readonly (Profile | null)[];
  message: string;
}[] = [
  {
    passed: ["negotiating", "text-agreed", "initialled"],
    before: stages["text-agreed"].rank,
    profiles: ["treaty", "definitive", "political", null],
    message: "No talks are recorded before it.",
  },
  {
    passed: ["signed"],
    before: stages.consenting.rank,
    profiles: ["treaty", "definitive", "political", null],
    message: "No signature is recorded before it.",
  },
  {
    passed: ["consenting"],
    before: stages["in-force"].rank,
    profiles: ["treaty"],
    message: "No ratification or other consent is recorded before it.",
  },
];

export interface ActEffect {
  /** The present stage with the act recorded. */
  stage: StageCode;
  /** The stage that the act itself begins; null when it moves nothing. */
  begins: StageCode | null;
  path: Path;
  warnings: ActWarning[];
}

/** What recording `act` would do. Warnings say what looks odd; none of them forbids it. */
export function effectOf(act: LedgerAct, { acts, profile }: Pick<Question, "acts" | "profile">): ActEffect {
  const before = derivePath(acts, profile);
  const path = derivePath([...acts, act], profile);
  const index = path.periods.findIndex(({ because }) => because.acts.at(-1) === act.id);
  const period = path.periods[index];
  const warnings: ActWarning[] = [];
  if (period && !stages[period.stage].final) {
    const earlier = path.periods.slice(0, index).map(({ stage }) => stage);
    const rank = stages[period.stage].rank;
    const previous = earlier.at(-1);
    for (const { passed, before: least, profiles, message } of landmarks) {
      if (rank >= least && profiles.includes(profile) && !earlier.some((stage) => passed.includes(stage))) {
        warnings.push({ code: "skips", message });
      }
    }
    if (previous && previous !== "paused" && period.stage !== "paused" && rank < stages[previous].rank) {
      warnings.push({
        code: "goes-back",
        message: `It takes the agreement back from ${stages[previous].label} to ${stages[period.stage].label}.`,
      });
    }
  }
  if (!period && actKinds[act.kind].moves && happened(act)) {
    const why =
      act.kind === "signed" && act.actor !== "both" && act.actor !== "third"
        ? "It counts as signed once the other side has signed too."
        : `The stage stays ${stages[stageAt(path)].label}.`;
    warnings.push({ code: "stays", message: why });
  }
  const known = new Set(before.contradictions.map(({ code }) => code));
  for (const { code } of path.contradictions) {
    if (!known.has(code)) warnings.push({ code: "contradicts", message: contradictionRules[code] });
  }
  return { stage: stageAt(path), begins: period?.stage ?? null, path, warnings };
}
