/** Line icons on a 16 px grid, drawn for this interface. They stand beside words or in a labelled button. */
const paths = {
  search: "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5 14 14",
  menu: "M2 4.5h12M2 8h12M2 11.5h12",
  close: "m4 4 8 8M12 4l-8 8",
  moon: "M13.3 9.6A5.8 5.8 0 0 1 6.4 2.7a5.8 5.8 0 1 0 6.9 6.9Z",
  sun: "M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1",
  system: "M2.5 3h11v7.5h-11zM5.5 13.2h5M8 10.5v2.7",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.8h11M5.3 2v2.6M10.7 2v2.6",
  chevron: "m4 6 4 4 4-4",
  up: "M8 13V3m0 0L4.5 6.5M8 3l3.5 3.5",
  down: "M8 3v10m0 0 3.5-3.5M8 13 4.5 9.5",
  right: "M3 8h10m0 0L9.5 4.5M13 8l-3.5 3.5",
  document: "M4 1.5h5l3 3v10H4zM9 1.5v3h3",
  warning: "M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1",
  info: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.3v3.5M8 5v.1",
  check: "m3 8.5 3.2 3.2L13 4.8",
  clock: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.5V8l2.3 1.6",
  download: "M8 2v8m0 0L5 7.2M8 10l3-2.8M2.5 13.5h11",
  share: "M8 9.5v-8m0 0L5.3 4.2M8 1.5l2.7 2.7M3 8v5.2c0 .5.4.8.8.8h8.4c.4 0 .8-.3.8-.8V8",
  embed: "m5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
  follow: "M4 7a4 4 0 1 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10.5 4 7ZM6.7 13.7a1.5 1.5 0 0 0 2.6 0",
  cite: "M2.5 8.5h4v4h-4zM9.5 8.5h4v4h-4zM2.5 8.5C2.5 6 3.5 4 6 3.3M9.5 8.5c0-2.5 1-4.5 3.5-5.2",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  external: "M6.5 3.5h-4v10h10v-4M9.5 2.5h4v4M13.5 2.5 7.5 8.5",
  filter: "M2 4h12M4.2 8h7.6M6.5 12h3",
  play: "M4.5 2.6v10.8c0 .5.5.8.9.5l8.2-5.4a.6.6 0 0 0 0-1L5.4 2.1c-.4-.3-.9 0-.9.5Z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  previous: "M13 3.5v9L6 8z",
  next: "M3 3.5v9L10 8z",
} as const;
export type IconName = keyof typeof paths;

const solid: readonly IconName[] = ["play", "pause", "previous", "next"];

/** One icon; it says nothing by itself to readers that listen. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={solid.includes(name) ? "icon solid" : "icon"}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
