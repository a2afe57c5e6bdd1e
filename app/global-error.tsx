"use client";

import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";

/** The frame itself failed: a page that needs nothing else. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang="en">
      <head>
        <title>Accords could not be shown</title>
      </head>
      <body>
        <main className="wrap">
          <div className="message" role="alert">
            <p className="eyebrow">Error</p>
            <h1>Accords could not be shown</h1>
            <p className="deck">The record itself is not affected. Try again, or come back in a moment.</p>
            {id ? <p className="note">Error id {id}</p> : null}
            <div className="actions">
              <button className="btn primary" type="button" onClick={retry}>
                Try again
              </button>
              <a className="btn" href="/">
                Overview
              </a>
            </div>
          </div>
        </main>
      </body>
    </html>
  );
}
