"use client";

import { useEffect, useState } from "react";
import { plural } from "#domain/numbers.ts";
import { Icon } from "../icon.tsx";

interface FrozenCheckProps {
  hash: string;
  /** Where the canonical text and the count of later changes are read. */
  textHref: string;
  changesHref: string;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Recomputes the hash from the bytes that came over the wire; null where the browser has no means to. */
async function hashMatches(href: string, hash: string): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null;
  const answer = await fetch(href);
  if (!answer.ok) return null;
  return hex(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer())) === hash;
}

async function changesSince(href: string): Promise<number | null> {
  const answer = await fetch(href);
  return answer.ok ? ((await answer.json()).data.changes as number) : null;
}

/**
 * What has changed since, and whether the text still has its hash: asked by the reader's own browser, because the
 * page itself is the same to the byte for ever.
 */
export function FrozenCheck({ hash, textHref, changesHref }: FrozenCheckProps) {
  const [changes, setChanges] = useState<number | null>(null);
  const [matches, setMatches] = useState<boolean | null>(null);
  useEffect(() => {
    // Offline there is nothing to ask; the page says all that it knows by itself.
    changesSince(changesHref).then(setChanges, () => {});
    hashMatches(textHref, hash).then(setMatches, () => {});
  }, [hash, textHref, changesHref]);
  return (
    <p className="frozen-check" role="status">
      {changes === null ? null : (
        <span>
          {changes === 0
            ? "Nothing has changed since."
            : `${plural(changes, "change")} of these agreements since.`}
        </span>
      )}
      {matches === null ? null : (
        <span className={matches ? "verified" : "broken"}>
          <Icon name={matches ? "check" : "warning"} />
          {matches
            ? "Your browser has checked the hash: this is what was frozen."
            : "The text does not have this hash: it is not what was frozen."}
        </span>
      )}
    </p>
  );
}
