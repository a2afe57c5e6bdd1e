import { type Day, dayInWords, dayOfInstant } from "#domain/day.ts";

interface PrintFooterProps {
  /** The path and query of what is printed. */
  address: string;
  on: Day;
  /** The instant of the record's own clock, when it is not now. */
  known: string | null;
}

/** A text as a CSS string: letters that could end it, or the style element, are written by number. */
const cssString = (text: string): string =>
  `"${text.replace(/[\\"<>\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;

/** What stands at the foot of every sheet: the address, both clocks, the licence and the number of the sheet. */
export function PrintFooter({ address, on, known }: PrintFooterProps) {
  const site = (process.env.APP_URL ?? "").replace(/\/$/, "");
  const clocks = `As of ${dayInWords(on)}${known === null ? "" : `, as known at ${dayInWords(dayOfInstant(known))}, ${known.slice(11, 16)} UTC`}`;
  const box = (content: string) => `{content:${content};font:9px sans-serif;color:#48515c}`;
  const left = box(cssString(`${site}${address}`));
  const right = box(`${cssString(`${clocks} · CC BY 4.0, Accords · `)} counter(page) " of " counter(pages)`);
  return <style media="print">{`@page{@bottom-left${left}@bottom-right${right}}`}</style>;
}
