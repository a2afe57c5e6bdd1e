"use client";

import Link from "next/link";

/** A page that failed: what to do, and the id under which the server wrote it down. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className="message" role="alert">
      <p className="eyebrow">Error</p>
      <h1>This page could not be shown</h1>
      <p className="deck">The record itself is not affected. Try again, or come back in a moment.</p>
      {id ? <p className="note">Error id {id}</p> : null}
      <div className="actions">
        <button className="btn primary" type="button" onClick={retry}>
          Try again
        </button>
        <Link className="btn" href="/">
          Overview
        </Link>
      </div>
    </div>
  );
}
