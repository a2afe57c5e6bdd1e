/** The label of a type or tag, made from its slug: `security-agreement` reads “Security agreement”. */
export function typeLabel(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
