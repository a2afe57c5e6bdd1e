import { createElement, type ReactElement } from "react";
import type { Drawing } from "#domain/stage.ts";
import { type Outline, stageHalos, stageOutlines } from "./stage-outline.ts";

const colours: Record<string, string> = { ink: "currentColor", ground: "var(--g-bg, var(--surface))" };

const drawn = ({ tag, attributes }: Outline): ReactElement =>
  createElement(
    tag,
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, colours[String(value)] ?? value]),
    ),
  );

/** The silhouette of a stage, to be put into an SVG. */
export function StageShape({ drawing }: { drawing: Drawing }) {
  const [first, second] = stageOutlines[drawing];
  return (
    <>
      {first ? drawn(first) : null}
      {second ? drawn(second) : null}
    </>
  );
}

/** What keeps a mark apart from its line. */
export const StageHalo = ({ drawing }: { drawing: Drawing }) => drawn(stageHalos[drawing]);
