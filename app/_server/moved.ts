/** Sends a page's other spellings to its one address. */
import { permanentRedirect } from "next/navigation";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** 308 to the path, with the query as it came. */
export async function movedTo(path: string, searchParams: SearchParams): Promise<never> {
  const words = Object.entries(await searchParams).flatMap(([word, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [word, one]),
  );
  const query = new URLSearchParams(words).toString();
  permanentRedirect(query === "" ? path : `${path}?${query}`);
}

/** A segment of an address as text; what is not well encoded stays as it is. */
export function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
