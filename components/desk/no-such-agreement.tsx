import Link from "next/link";
import { paths } from "#domain/paths.ts";

/** The desk has no agreement at an address. */
export function NoSuchAgreement({ slug }: { slug: string }) {
  return (
    <div className="message">
      <h1>There is no agreement “{slug}”</h1>
      <p className="deck">Find it from the desk, or begin a new one.</p>
      <p className="actions">
        <Link className="btn primary" href={paths.desk()}>
          Desk
        </Link>
        <Link className="btn" href={paths.deskNew()}>
          New agreement
        </Link>
      </p>
    </div>
  );
}
