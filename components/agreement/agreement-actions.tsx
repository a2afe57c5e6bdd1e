import type { ReactNode } from "react";
import type { Citable } from "#domain/citation-styles.ts";
import { DownloadMenu } from "../download-menu.tsx";
import { CitePanel } from "../share/cite-panel.tsx";
import { type ShareAddresses, SharePanel } from "../share/share-panel.tsx";

export interface AgreementAddresses extends ShareAddresses {
  /** Other forms of the page, by their name. */
  files: Record<"json" | "csv" | "svg" | "png" | "ics" | "atom", string>;
  /** Every revision that may be cited. */
  history: string;
}

/** Share, cite and download; the panels open without script. */
export function AgreementActions({
  addresses,
  citable,
  children,
}: {
  addresses: AgreementAddresses;
  citable: Citable;
  /** What only those who keep the record see. */
  children?: ReactNode;
}) {
  const { files, history } = addresses;
  return (
    <div className="actions">
      {children}
      <SharePanel title={citable.title} addresses={addresses} />
      <CitePanel citable={citable} history={history} />
      <DownloadMenu
        items={[
          { href: files.json, label: "JSON", note: "Everything on this page" },
          { href: files.csv, label: "CSV", note: "One line for each act" },
          { href: files.svg, label: "SVG", note: "The path, to print" },
          { href: files.png, label: "PNG", note: "The same picture" },
          { href: files.ics, label: "Calendar", note: "Its acts, past and expected" },
          { href: files.atom, label: "Atom feed", note: "Every change from now on" },
        ]}
      />
    </div>
  );
}
