import { type StageCode, stages } from "#domain/stage.ts";
import { StageGlyph } from "./stage-glyph.tsx";

/** A stage in words with its glyph, as text or as a pill; `sub` says more in muted ink. */
export function StageLabel({
  stage,
  sub,
  as = "text",
}: {
  stage: StageCode;
  sub?: string;
  as?: "text" | "pill";
}) {
  const { label, drawing } = stages[stage];
  return (
    <span className={`${as === "pill" ? "pill" : "stage"} s-${drawing}`}>
      <StageGlyph drawing={drawing} />
      <span className="txt">{label}</span>
      {sub ? <span className="sub">{sub}</span> : null}
    </span>
  );
}
