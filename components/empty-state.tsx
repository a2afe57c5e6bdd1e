import type { ReactNode } from "react";

/** In place of a list that has nothing to show: why, and the way on. */
export function EmptyState({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="card empty">
      <p>{children}</p>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
