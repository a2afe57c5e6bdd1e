import files from "./flag-files.json" with { type: "json" };

const { svg, webp }: { svg: readonly string[]; webp: readonly string[] } = files;

/** The address of a country's flag, or null where there is none: a historical state, an unknown code. */
export function flagSource(code: string): string | null {
  const lower = code.toLowerCase();
  if (svg.includes(lower)) return `/flags/${lower}.svg`;
  return webp.includes(lower) ? `/flags/${lower}.webp` : null;
}
