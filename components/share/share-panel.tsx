import { paths } from "#domain/paths.ts";
import { CopyButton } from "../agreement/copy-button.tsx";
import { ShareButton } from "../agreement/share-button.tsx";
import { Icon } from "../icon.tsx";
import { FreezeButton } from "./freeze-button.tsx";

export interface ShareAddresses {
  /** This view, and this view with both clocks written out, as public addresses. */
  here: string;
  pinned: string;
  /** The path of this view with its query. */
  path: string;
  /** The code of its embed; null where it has none. */
  embed: string | null;
}

/** Copy, freeze, embed: it opens without script, and then has the address to select. */
export function SharePanel({ title, addresses }: { title: string; addresses: ShareAddresses }) {
  const { here, pinned, path, embed } = addresses;
  return (
    <details className="opens share-panel" name="actions" id="share">
      <summary className="btn primary" aria-keyshortcuts="s">
        <Icon name="share" />
        Share
      </summary>
      <div className="panel wide">
        <label className="field-label" htmlFor="share-address">
          Address of this view
        </label>
        <input className="input" id="share-address" readOnly value={here} />
        <div className="cite-head">
          <CopyButton text={here} label="Copy link" />
          <ShareButton url={here} title={title} target="share" />
        </div>
        <p className="note">
          <a className="link" href={pinned}>
            Pin to this version
          </a>
          : the address with the day and what was known on it. A frozen view keeps the very rows, under their
          hash, for ever.
        </p>
        <FreezeButton path={path} action={paths.freeze()} />
        {embed === null ? null : (
          <>
            <label className="field-label" htmlFor="share-embed">
              Code to embed it
            </label>
            <textarea className="input" id="share-embed" rows={3} readOnly value={embed} />
            <CopyButton text={embed} label="Copy code" />
          </>
        )}
      </div>
    </details>
  );
}
