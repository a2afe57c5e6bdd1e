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

/** Those of the desk, shown to whoever is at it. */
export const deskKeyGroups: typeof keyGroups = [
  {
    title: "The desk",
    keys: [
      ["f", "Find an agreement"],
      ["n", "A new agreement; on an agreement's page: a new act"],
      ["r", "Review proposals"],
    ],
  },
  {
    title: "An agreement at the desk",
    keys: [
      ["1 to 8, 0", "What happened"],
      ["c", "Checked, nothing new"],
      ["e", "Edit the fields"],
      ["Ctrl Enter", "Send the form"],
      ["Ctrl S", "Save the draft now"],
    ],
  },
  {
    title: "Review",
    keys: [
      ["j k", "The next proposal, the one before"],
      ["a", "Accept"],
      ["r", "Return with a note"],
    ],
  },
];
