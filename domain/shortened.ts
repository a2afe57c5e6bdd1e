/** A JSON value short enough to read: the first item of a list, the start of a text, and how much was left out. */
export function shortened(value: unknown, longest = 140): unknown {
  if (typeof value === "string") return value.length > longest ? `${value.slice(0, longest)}…` : value;
  if (Array.isArray(value)) {
    const [first, ...rest] = value;
    if (value.length === 0) return [];
    return [shortened(first, longest), ...(rest.length > 0 ? [`… and ${rest.length} more`] : [])];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shortened(field, longest)]));
}
