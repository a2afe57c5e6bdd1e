import { type Day, dayInWords, dayOfInstant } from "#domain/day.ts";
import { PrintMargins } from "./print-margins.tsx";

interface PrintFooterProps {
  /** The path and query of what is printed. */
  address: string;
  on: Day;
  /** The instant of the record's own clock, when it is not now. */
  known: string | null;
}

/**
 * What stands at the foot of every sheet: the address, both clocks, the licence and the number of the sheet. Margins of
 * sheets take their text from a script; without one it stands below the last line.
 */
export function PrintFooter({ address, on, known }: PrintFooterProps) {
  const site = (process.env.APP_URL ?? "").replace(/\/$/, "");
  const clocks = `As of ${dayInWords(on)}${known === null ? "" : `, as known at ${dayInWords(dayOfInstant(known))}, ${known.slice(11, 16)} UTC`}`;
  const left = `${site}${address}`;
  return (
    <>
      <PrintMargins left={left} right={`${clocks} · CC BY 4.0, Accords · `} />
      <p className="print-foot" aria-hidden="true">
        {left} · {clocks}
      </p>
    </>
  );
}
