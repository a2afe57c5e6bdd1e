/** Finds the writing route that a method and an address name. */
import { apiBase } from "./api-routes.ts";
import { apiWrites, type WriteName } from "./api-writes.ts";

export interface MatchedWrite {
  name: WriteName;
  params: Record<string, string>;
}

const patterns = Object.entries(apiWrites).map(([name, { method, path }]) => ({
  name: name as WriteName,
  method,
  form: new RegExp(`^${apiBase}${path.replace(/\{(\w+)\}/g, "(?<$1>[A-Za-z0-9-]{1,120})")}$`),
}));

/** The route and what stands for the names in braces; null when no route of the record is meant. */
export function matchWrite(method: string, path: string): MatchedWrite | null {
  for (const pattern of patterns) {
    const match = pattern.method === method ? pattern.form.exec(path) : null;
    if (match) return { name: pattern.name, params: { ...match.groups } };
  }
  return null;
}
