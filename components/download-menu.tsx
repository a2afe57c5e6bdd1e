import { Icon } from "./icon.tsx";

interface DownloadMenuProps {
  items: readonly { href: string; label: string; note: string }[];
}

/** What is shown here, as files; it opens without script. */
export function DownloadMenu({ items }: DownloadMenuProps) {
  return (
    <details className="opens" name="actions">
      <summary className="btn" aria-keyshortcuts="d">
        <Icon name="download" />
        Download
      </summary>
      <ul className="panel">
        {items.map(({ href, label, note }) => (
          <li key={href}>
            <a className="link" href={href} download>
              {label}
            </a>
            <span className="note">{note}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
