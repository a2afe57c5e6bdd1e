/** Every key and what it does, as the list of keys shows them. */
export const keyGroups: readonly { title: string; keys: readonly [keys: string, does: string][] }[] = [
  {
    title: "Everywhere",
    keys: [
      ["/", "Search"],
      ["g o", "Go to the overview"],
      ["g t", "Go to the timeline"],
      ["g a", "Go to the agreements"],
      ["t", "Change the day that everything is seen from"],
      ["f", "Filter"],
      ["d", "Download what is shown"],
      ["s", "Share"],
      ["?", "Show this list"],
    ],
  },
  {
    title: "The slider of the timeline",
    keys: [
      ["← →", "One day"],
      ["Shift ← →", "One month"],
      ["Page Up, Page Down", "One year"],
      ["Home, End", "The first event, today"],
      ["[ ]", "The event before, the event after"],
      ["Space", "Play and pause"],
    ],
  },
  {
    title: "The lanes of the timeline",
    keys: [
      ["↓ ↑, j k", "The next lane, the lane before"],
      ["→ ←", "Walk the events of the lane"],
      ["Enter", "Open the agreement, at the event"],
      [".", "See everything from the day of the event"],
      ["Esc", "Back to the lane, then to the list"],
    ],
  },
];
