import type { ReactNode } from "react";
import { paths } from "#domain/paths.ts";
import { Icon } from "../icon.tsx";
import { type ShareAddresses, SharePanel } from "./share-panel.tsx";

interface ViewActionsProps {
  title: string;
  addresses: ShareAddresses;
  /** What else may be done, such as a menu of files. */
  children?: ReactNode;
}

/** Share and cite a view of many records. The citations have a page of their own, so that each view stays light. */
export function ViewActions({ title, addresses, children }: ViewActionsProps) {
  return (
    <div className="actions">
      <SharePanel title={title} addresses={addresses} />
      <a className="btn" href={paths.cite(addresses.path)}>
        <Icon name="cite" />
        Cite
      </a>
      {children}
    </div>
  );
}
