/**
 * What other sites put into their pages: a whole document of its own, without script, cookie or chrome, that is
 * as wide as the frame it stands in. The lanes are those of the page.
 */

import { layoutLane } from "#domain/lane.ts";
import { positionIn, type TimeWindow, ticksOf } from "#domain/scale.ts";
import { xmlElement, xmlText } from "#domain/xml.ts";
import { fluidPlace, laneDefs, lanePicture } from "../picture/lane-picture.ts";
import type { TimelineLanePicture } from "../picture/timeline-picture.ts";

export const embedThemes = ["auto", "light", "dark"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

export interface EmbedDocument {
  title: string;
  /** What it is as of, and by which rule it is counted. */
  subtitle: string;
  /** Where the whole page is, and where the sources are named. */
  href: string;
  theme: EmbedTheme;
  lanes: readonly (TimelineLanePicture & { sentence: string })[];
  window: TimeWindow;
  on: number;
  until: number;
  ghosts: boolean;
  /** What could not be read of the address, in words. */
  notices: readonly string[];
  /** The custom properties of the look. */
  tokens: string;
}

const style = `
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--bg);color:var(--ink);font:13.5px/20px system-ui,sans-serif}
h1{margin:0;font:600 20px/25px Georgia,serif}
p{margin:2px 0 0;color:var(--ink2)}
ol{list-style:none;margin:12px 0 0;padding:0;border-top:1px solid var(--line)}
li{display:grid;grid-template-columns:minmax(92px,168px) 1fr 208px;gap:12px;align-items:center;min-height:28px}
.name{font-weight:500;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.standing{display:flex;justify-content:space-between;gap:8px;white-space:nowrap}
.standing b{font-weight:500}
.standing span{color:var(--ink2);font-variant-numeric:tabular-nums}
.cell{position:relative;height:28px}
.cell>svg{display:block;width:100%;height:28px;overflow:visible}
.asof,.tick{position:absolute;top:0;bottom:0;width:1px;background:var(--line)}
.asof{background:var(--asof)}
.axis{min-height:20px;color:var(--ink3);font-size:11.5px}
.axis .cell{height:20px}
.axis span{position:absolute;translate:-50%;white-space:nowrap}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;margin-top:12px;padding-top:10px;border-top:1px solid var(--line);color:var(--ink3);font-size:12.5px}
a{color:var(--accent)}
a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.defs{position:absolute}
@media(max-width:620px){
li{grid-template-columns:1fr auto;gap:0 8px;padding:6px 0 2px}
li .cell{grid-column:1/-1;grid-row:2}
.axis{display:none}
.standing span{display:none}
}
@media print{body{padding:0}li{break-inside:avoid}}
`;

const html = (tag: string, attributes: Record<string, string | undefined>, ...children: string[]) =>
  xmlElement(tag, attributes, ...(children.length === 0 ? [""] : children));

const percent = (x: number): string => `${Math.round(x * 100) / 100}%`;

function laneItem(
  lane: EmbedDocument["lanes"][number],
  { window, on, until, ghosts }: EmbedDocument,
): string {
  const { name, steps, expected, standing, sentence } = lane;
  const layout = layoutLane({ steps, expected, window, on, until, ghosts });
  const drawn = lanePicture(layout, fluidPlace({ y: 14, thickness: 1, mark: 0.84 }));
  return html(
    "li",
    {},
    html("span", { class: "name", title: name }, xmlText(name)),
    html(
      "div",
      { class: "cell", "aria-hidden": "true" },
      html("i", { class: "asof", style: `left:${percent(positionIn(window, on))}` }),
      xmlElement("svg", { height: "28" }, drawn),
    ),
    html(
      "span",
      { class: "standing" },
      html("b", {}, xmlText(standing?.label ?? "Not yet begun")),
      html("span", {}, xmlText(standing?.date ?? "")),
    ),
    html("span", { class: "vh" }, xmlText(sentence)),
  );
}

const axisItem = ({ window }: EmbedDocument): string =>
  html(
    "li",
    { class: "axis", "aria-hidden": "true" },
    html("span", {}),
    html(
      "div",
      { class: "cell" },
      ...ticksOf(window, 480, 240)
        .filter(({ year, suffix }) => year || suffix !== null)
        .map(({ x, label, suffix }) =>
          html("span", { style: `left:${percent(x)}` }, xmlText(suffix ? `${label} ${suffix}` : label)),
        ),
    ),
    html("span", {}),
  );

/** The whole document. */
export function embedDocument(embed: EmbedDocument): string {
  const { title, subtitle, href, theme, lanes, notices, tokens } = embed;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    html("title", {}, xmlText(`${title} · Accords`)),
    // Text that we wrote ourselves: no sign in it ends the element.
    `<style>${tokens}${style}</style>`,
  ].join("");
  const body = [
    html(
      "svg",
      { class: "defs", width: "0", height: "0", "aria-hidden": "true" },
      laneDefs((drawing) => `var(--st-${drawing})`),
    ),
    html(
      "main",
      {},
      html("h1", {}, xmlText(title)),
      html("p", {}, xmlText(subtitle)),
      ...notices.map((notice) => html("p", { role: "note" }, xmlText(notice))),
      lanes.length === 0 ? html("p", {}, "No agreements match.") : "",
      html("ol", {}, axisItem(embed), ...lanes.map((lane) => laneItem(lane, embed))),
    ),
    html(
      "footer",
      {},
      html("span", {}, "Accords, CC BY 4.0. Each act with its sources on the page."),
      html("a", { href, target: "_top" }, "Open in Accords"),
    ),
  ].join("");
  const attributes = { lang: "en", "data-theme": theme === "auto" ? undefined : theme };
  return `<!doctype html>${html("html", attributes, html("head", {}, head), html("body", {}, body))}`;
}
