import Link from "next/link";
import { type Day, dayInWords } from "#domain/day.ts";
import { plural } from "#domain/numbers.ts";
import { Icon } from "../icon.tsx";

/** Says that the page shows a past day, and what it leaves out. */
export function DayNotice({
  on,
  today,
  laterActs,
  todayHref,
}: {
  on: Day;
  today: Day;
  laterActs: number;
  todayHref: string;
}) {
  if (on >= today) return null;
  const later =
    laterActs === 0 ? "Nothing was recorded for later days." : `${plural(laterActs, "later act")} left out.`;
  return (
    <p className="notice day-notice">
      <Icon name="clock" />
      <span>
        This is {dayInWords(on, "long")}, not today. {later} Notes, duration and the summary are those of the
        record, whatever the day.{" "}
        <Link href={todayHref}>
          {laterActs === 0 ? "Show today" : `Show today and ${plural(laterActs, "later act")}`}
        </Link>
      </span>
    </p>
  );
}
