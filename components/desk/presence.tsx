"use client";

import { useQuery } from "@tanstack/react-query";
import { apiPaths } from "#domain/paths.ts";
import type { DraftAnswer } from "#domain/wire-desk.ts";
import { getJson } from "./send.ts";

/** Who else is writing about this agreement just now. */
export function Presence({ slug }: { slug: string }) {
  const { data } = useQuery({
    queryKey: ["presence", slug],
    queryFn: ({ signal }) => getJson<DraftAnswer>(apiPaths.draft(`act:${slug}`), signal),
  });
  const others = data?.others ?? [];
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(", ");
  return (
    <p className="presence">
      <i aria-hidden="true" />
      {names} {others.length === 1 ? "is" : "are"} editing this agreement
    </p>
  );
}
