"use client";

import { useQuery } from "@tanstack/react-query";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { apiPaths } from "#domain/paths.ts";
import { defaultView } from "#domain/view.ts";
import type { Change } from "#domain/wire.ts";
import { changeInWords } from "./change-words.ts";
import { getJson } from "./send.ts";

/** What was recorded about an agreement after a revision, the newest first. */
export function useMeanwhile(slug: string, since: number | null) {
  const { data } = useQuery({
    queryKey: ["meanwhile", slug, since],
    queryFn: async ({ signal }) =>
      (await getJson<{ data: Change[] }>(apiPaths.history(slug, { ...defaultView, limit: 50 }), signal)).data,
    enabled: since !== null,
  });
  return (data ?? []).filter(({ revision }) => revision !== null && since !== null && revision > since);
}

/** The changes of others in words. */
export function MeanwhileList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="meanwhile">
      {changes.map((change) => (
        <li key={change.sequence}>
          <b>{changeInWords(change)}</b>
          <span className="note">
            {" "}
            by {change.by}, {dayInWords(dayOfInstant(change.recordedAt))}, revision {change.revision}
            {change.reason ? `: ${change.reason}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
