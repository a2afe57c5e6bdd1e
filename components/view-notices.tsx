import { dayInWords, isDay } from "#domain/day.ts";
import type { ViewProblem } from "#domain/view.ts";
import { Icon } from "./icon.tsx";

/** The message is the API's too, which writes days as YYYY-MM-DD; here they stand in words, but for what was typed. */
const inWords = (message: string): string =>
  message.replace(/(?<!“)\b\d{4}-\d{2}-\d{2}\b(?!”)/g, (day) => (isDay(day) ? dayInWords(day) : day));

/** What in the address could not be read, and what is shown instead. */
export function ViewNotices({ problems }: { problems: readonly ViewProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="notices" role="status">
      {problems.map(({ word, value, message }) => (
        <p key={`${word}=${value}`} className="notice warn">
          <Icon name="warning" />
          <span>{inWords(message)}</span>
        </p>
      ))}
    </div>
  );
}
