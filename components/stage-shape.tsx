import type { ReactElement } from "react";
import type { Drawing } from "#domain/stage.ts";

const ground = "var(--g-bg, var(--surface))";
const hollow = { fill: ground, stroke: "currentColor", strokeWidth: 2 } as const;
const stroke = { fill: "none", stroke: "currentColor", strokeLinecap: "round" } as const;

/** The silhouettes, around 0,0 in a box of 16 px. Circle: talking; diamond: paper; square: law. */
export const stageShapes: Record<Drawing, ReactElement> = {
  announced: <circle r="4" {...hollow} />,
  talks: <circle r="5" fill="currentColor" />,
  hold: <path d="M-2.6-4.6v9.2M2.6-4.6v9.2" {...stroke} strokeWidth="2.6" />,
  agreed: <path d="M0-5.6 5.6 0 0 5.6-5.6 0Z" {...hollow} strokeLinejoin="round" />,
  signed: (
    <path
      d="M0-6.6 6.6 0 0 6.6-6.6 0Z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth=".8"
      strokeLinejoin="round"
    />
  ),
  ratifying: <rect x="-4.6" y="-4.6" width="9.2" height="9.2" rx="1.6" {...hollow} />,
  force: (
    <>
      <rect x="-5.6" y="-5.6" width="11.2" height="11.2" rx="2.2" fill="currentColor" />
      <path
        d="M-2.7.2-.7 2.2 2.9-2"
        fill="none"
        stroke={ground}
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  ended: <path d="M-4-4 4 4M4-4-4 4" {...stroke} strokeWidth="2.4" />,
};

/** The same silhouettes, 2 px larger in the colour of the ground: they keep a mark apart from its line. */
export const stageHalos: Record<Drawing, ReactElement> = {
  announced: <circle r="6.6" fill={ground} />,
  talks: <circle r="6.8" fill={ground} />,
  hold: <rect x="-6" y="-7" width="12" height="14" rx="3" fill={ground} />,
  agreed: <path d="M0-8.6 8.6 0 0 8.6-8.6 0Z" fill={ground} />,
  signed: <path d="M0-9.2 9.2 0 0 9.2-9.2 0Z" fill={ground} />,
  ratifying: <rect x="-7.2" y="-7.2" width="14.4" height="14.4" rx="3" fill={ground} />,
  force: <rect x="-7.4" y="-7.4" width="14.8" height="14.8" rx="3.4" fill={ground} />,
  ended: <circle r="6.6" fill={ground} />,
};
