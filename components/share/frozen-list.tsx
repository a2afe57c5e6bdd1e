import Link from "next/link";
import type { Instant } from "#domain/clocks.ts";
import { paths } from "#domain/paths.ts";
import { Moment } from "../moment.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

export interface ListedShare {
  hash: string;
  title: string;
  /** The path of the living view. */
  path: string;
  recordedAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
}

/** Frozen views, each with the form that withdraws it; `open` is the one whose form was sent last. */
export const FrozenList = ({
  shares,
  open,
}: {
  shares: readonly ListedShare[];
  open: string | undefined;
}) => (
  <ul className="holdings">
    {shares.map(({ hash, title, path, recordedAt, withdrawnAt, withdrawnReason }) => (
      <li key={hash} id={hash}>
        <div>
          <h3>
            <Link href={paths.share(hash)} prefetch={false}>
              {title}
            </Link>
          </h3>
          <p className="note">
            <code>{path}</code>
          </p>
        </div>
        <div>
          <p className="note">
            Frozen <Moment at={recordedAt} />
          </p>
          {withdrawnAt === null ? null : (
            <p>
              Withdrawn <Moment at={withdrawnAt} />: {withdrawnReason}
            </p>
          )}
        </div>
        {withdrawnAt === null ? (
          <details open={hash === open}>
            <summary>
              Withdraw <span className="vh">{title}</span>
            </summary>
            <WithdrawForm hash={hash} />
          </details>
        ) : null}
      </li>
    ))}
  </ul>
);
