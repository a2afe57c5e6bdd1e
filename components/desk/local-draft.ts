/** The copy of a draft in this browser, written at every key: it is there when the network, the session or the tab is not. */
import type { Instant } from "#domain/clocks.ts";

export interface LocalDraft {
  body: Record<string, unknown>;
  /** The server's copy that this one was made from; null: there was none. */
  seen: Instant | null;
  /** False while the server has not got it. */
  sent: boolean;
}

const keyOf = (owner: string, subject: string): string => `draft:${owner}:${subject}`;

export function readLocal(owner: string, subject: string): LocalDraft | null {
  try {
    const text = localStorage.getItem(keyOf(owner, subject));
    return text === null ? null : (JSON.parse(text) as LocalDraft);
  } catch {
    return null;
  }
}

/** Keeps or, with null, drops the copy. */
export function writeLocal(owner: string, subject: string, draft: LocalDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(owner, subject));
    else localStorage.setItem(keyOf(owner, subject), JSON.stringify(draft));
  } catch {
    // A full or forbidden store leaves the server's copy.
  }
}
