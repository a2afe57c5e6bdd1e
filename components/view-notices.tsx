import type { ViewProblem } from "#domain/view.ts";
import { Icon } from "./icon.tsx";

/** What in the address could not be read, and what is shown instead. */
export function ViewNotices({ problems }: { problems: readonly ViewProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="notices" role="status">
      {problems.map(({ word, value, message }) => (
        <p key={`${word}=${value}`} className="notice warn">
          <Icon name="warning" />
          <span>{message}</span>
        </p>
      ))}
    </div>
  );
}
