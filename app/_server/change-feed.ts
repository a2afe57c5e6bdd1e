/** Atom feeds of changes: of everything, of a country, of an agreement, of any filter. */
import { createHash } from "node:crypto";
import { atomType, writeAtom } from "#domain/feed/atom.ts";
import { changeLines, changeTitle } from "#domain/feed/change-entry.ts";
import { paths } from "#domain/paths.ts";
import type { Change } from "#domain/wire.ts";
import { changeList } from "./change-list.ts";
import type { Answer } from "./endpoint.ts";
import { onSite } from "./site.ts";
import type { Resolved } from "./view.ts";

/** A UUID (RFC 9562, version 8) that is made of a text: the same text, the same name, for ever and on every node. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** What a change is called in feeds: by its place and its time in the ledger, which never change. */
const changeId = ({ sequence, recordedAt, verb }: Change): string =>
  `urn:uuid:${uuidOf(`accords change ${sequence} ${recordedAt} ${verb}`)}`;

export interface FeedFrame {
  title: string;
  /** The path of the feed and of the page that it belongs to, each with the query. */
  self: (cursor: string | null) => string;
  page: string;
  choice: Parameters<typeof changeList>[1];
}

/** The newest changes of a choice; `rel=next` leads to older ones. Its ids never change. */
export async function changeFeed(resolved: Resolved, frame: FeedFrame): Promise<Answer> {
  const { view, vocabulary, clocks } = resolved;
  const list = await changeList(resolved, frame.choice);
  const names = (code: string) => vocabulary.countries.get(code) ?? code;
  const addressOf = ({ agreement, revision }: Change): string =>
    agreement === null
      ? paths.changes()
      : revision === null
        ? paths.agreement(agreement)
        : paths.revision(agreement, revision);
  const self = frame.self(null);
  const { next } = list.page;
  return {
    contentType: atomType,
    body: writeAtom({
      id: `urn:uuid:${uuidOf(`accords feed ${self}`)}`,
      title: frame.title,
      subtitle: "Every accepted change, with what was and what is now. Nothing is ever deleted.",
      updated: list.data[0]?.recordedAt ?? clocks.known,
      self: onSite(frame.self(view.cursor)),
      page: onSite(frame.page),
      next: next === null ? null : onSite(frame.self(next)),
      entries: list.data.map((change) => ({
        id: changeId(change),
        title: changeTitle(change),
        updated: change.recordedAt,
        href: onSite(addressOf(change)),
        author: change.by,
        lines: changeLines(change, names),
        categories: [change.verb],
      })),
    }),
  };
}
