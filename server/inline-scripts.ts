/**
 * The inline scripts that a page may run: the ones that we and Next write, known by their shape. A script that got
 * into a page in any other way has no hash in its policy, and the browser does not run it.
 */
import { createHash } from "node:crypto";

/** What comes before and after the data in each kind of script; between them stands JSON and nothing else. */
const shapes: readonly [before: string, after: string][] = [
  ["self.__next_f.push(", ")"],
  ["(self.__next_f=self.__next_f||[]).push(", ")"],
  ['(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(', ")"],
];

/** True when a script hands over data and does nothing else. */
function isData(script: string): boolean {
  const text = script.trimEnd().replace(/;$/, "");
  return shapes.some(([before, after]) => {
    if (!text.startsWith(before) || !text.endsWith(after)) return false;
    try {
      JSON.parse(text.slice(before.length, -after.length));
      return true;
    } catch {
      return false;
    }
  });
}

const hashOf = (script: string): string => `sha256-${createHash("sha256").update(script).digest("base64")}`;

/** The texts of the inline scripts, in order. */
function* inlineScripts(html: string): Generator<string> {
  for (let at = html.indexOf("<script"); at >= 0; at = html.indexOf("<script", at)) {
    const begin = html.indexOf(">", at) + 1;
    const end = html.indexOf("</script>", begin);
    if (begin === 0 || end < 0) return;
    if (!/\ssrc=/.test(html.slice(at, begin))) yield html.slice(begin, end);
    at = end;
  }
}

/** `fixed` are whole scripts that are allowed as they are. */
export function scriptHashes(html: string, fixed: ReadonlySet<string>): string[] {
  const hashes = new Set<string>();
  for (const script of inlineScripts(html))
    if (fixed.has(script) || isData(script)) hashes.add(hashOf(script));
  return [...hashes];
}
