import type { ReactNode } from "react";
import type { Citable } from "#domain/citation-styles.ts";
import { CitePanel } from "./cite-panel.tsx";
import { type ShareAddresses, SharePanel } from "./share-panel.tsx";

interface ViewActionsProps {
  addresses: ShareAddresses;
  citable: Citable;
  /** Where other revisions of a record are listed. */
  history?: string;
  /** What else may be done, such as a menu of files. */
  children?: ReactNode;
}

/** Share and cite what is shown. */
export function ViewActions({ addresses, citable, history, children }: ViewActionsProps) {
  return (
    <div className="actions">
      <SharePanel title={citable.title} addresses={addresses} />
      <CitePanel citable={citable} history={history ?? null} />
      {children}
    </div>
  );
}
