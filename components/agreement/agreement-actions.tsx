import type { ReactNode } from "react";
import { type Citable, citationStyles } from "#domain/citation-styles.ts";
import { DownloadMenu } from "../download-menu.tsx";
import { Icon } from "../icon.tsx";
import { CopyButton } from "./copy-button.tsx";
import { ShareButton } from "./share-button.tsx";

export interface AgreementAddresses {
  /** This view, and this view with both clocks written out, so that it never changes. */
  here: string;
  pinned: string;
  json: string;
  csv: string;
  /** Every revision that may be cited. */
  history: string;
}

/** Share, cite and download; the panels open without script. */
export function AgreementActions({
  title,
  addresses,
  citable,
  children,
}: {
  title: string;
  addresses: AgreementAddresses;
  citable: Citable;
  /** What only those who keep the record see. */
  children?: ReactNode;
}) {
  return (
    <div className="actions">
      {children}
      <ShareButton url={addresses.here} title={title} target="share" />
      <details className="opens" name="actions">
        <summary className="btn">
          <Icon name="cite" />
          Cite
        </summary>
        <div className="panel wide">
          <p className="note">
            With the day, what was known and the revision, so that the reference stays true. The title and the
            address are of this very version. <a href={addresses.history}>Cite another revision</a>.
          </p>
          {citationStyles.map(({ id, label, write }) => {
            const text = write(citable);
            return (
              <section key={id} aria-labelledby={`cite-${id}`}>
                <div className="cite-head">
                  <h3 id={`cite-${id}`}>{label}</h3>
                  <CopyButton text={text} label="Copy" />
                </div>
                <pre>{text}</pre>
              </section>
            );
          })}
        </div>
      </details>
      <DownloadMenu
        items={[
          { href: addresses.json, label: "JSON", note: "Everything on this page" },
          { href: addresses.csv, label: "CSV", note: "One line for each act" },
        ]}
      />
    </div>
  );
}

/** The address of this view to select, and the one that never changes. */
export function ShareBox({ addresses }: { addresses: AgreementAddresses }) {
  return (
    <section id="share" className="share" aria-labelledby="share-title">
      <h2 id="share-title">Share</h2>
      <div className="card">
        <label className="field-label" htmlFor="share-address">
          Address of this view
        </label>
        <input className="input" id="share-address" readOnly value={addresses.here} />
        <div className="cite-head">
          <CopyButton text={addresses.here} label="Copy" />
          <a className="link" href={addresses.pinned}>
            Pin to this version
          </a>
        </div>
        <p className="note">
          The pinned address names the day and what was known; it shows the same for ever.
        </p>
      </div>
    </section>
  );
}
