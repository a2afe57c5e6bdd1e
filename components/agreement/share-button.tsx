"use client";

import { useState } from "react";
import { Icon } from "../icon.tsx";

/** Hands the address to the device where it can share, else copies it; without script it leads to the address. */
export function ShareButton({ url, title, target }: { url: string; title: string; target: string }) {
  const [copied, setCopied] = useState(false);
  const share = async () => {
    try {
      if (navigator.share) return await navigator.share({ url, title });
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch (error) {
      // Closing the device's own sheet is a choice, not a failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) window.location.hash = target;
    }
  };
  return (
    <>
      <a className="btn primary without-script" href={`#${target}`}>
        <Icon name="share" />
        Share
      </a>
      <button type="button" className="btn primary needs-script" aria-keyshortcuts="s" onClick={share}>
        <Icon name={copied ? "check" : "share"} />
        <span aria-live="polite">{copied ? "Link copied" : "Share"}</span>
      </button>
    </>
  );
}
