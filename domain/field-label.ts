/** What fields are called in running text: the names of the data dictionary, in words. */

/** Names that say little by themselves. */
const labels: Readonly<Record<string, string>> = {
  by: "Country",
  on: "Checked on",
  how: "How it ended",
  kind: "Kind of act",
  actor: "Who acted",
  durationYears: "Duration in years",
  listNumbers: "Numbers on lists",
  url: "Address",
  writtenInAgreement: "Written in the agreement",
};

/** `effectiveOn` reads “Effective on”. */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
  return labels[name] ?? words.slice(0, 1).toUpperCase() + words.slice(1);
}
