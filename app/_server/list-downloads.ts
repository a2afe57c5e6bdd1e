/** All that a view chooses, as files to keep: not only the page of it that is shown. */
import { grouped } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { defaultLimit, type View, withView } from "#domain/view.ts";

/** The items of a download menu. `total` is how many agreements the view has. */
export function listDownloads(view: View, total: number) {
  const shown = withView(view, { columns: null, cursor: null, ghosts: true });
  const many = total > (view.limit ?? defaultLimit);
  const href = (form: "csv" | "xlsx" | "json") =>
    many ? paths.wholeList(shown, form) : paths.agreements(shown, form);
  const which = many ? `All ${grouped(total)} rows` : "These rows";
  return [
    { href: href("csv"), label: "CSV", note: `${which}, one line each` },
    { href: href("xlsx"), label: "XLSX", note: `${which}, with what each column means` },
    { href: href("json"), label: "JSON", note: `${which}, with their facets` },
  ];
}
