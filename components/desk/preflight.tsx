"use client";

import { useQuery } from "@tanstack/react-query";
import type { ActWarning } from "#domain/next-acts.ts";
import { paths } from "#domain/paths.ts";
import { Icon } from "../icon.tsx";
import { asProposal, send, type WriteRequest } from "./send.ts";
import { useRested } from "./use-rested.ts";

/** What the server foresees of a write. */
export interface Foreseen {
  sentences: string[];
  warnings: { code: string; message: string }[];
}

const pause = 400;

/** Asks the server what a request would change, a moment after the last key. */
export function usePreflight(request: WriteRequest | null, proposes: boolean) {
  const asked = useRested(request === null ? "" : JSON.stringify(request), pause);
  const { data } = useQuery({
    queryKey: ["preflight", proposes, asked],
    queryFn: ({ signal }) => {
      const wanted = JSON.parse(asked) as WriteRequest;
      return send<{ data: Foreseen }>(proposes ? asProposal(wanted) : wanted, { preflight: true, signal });
    },
    enabled: asked !== "",
    refetchInterval: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return request === null || asked === "" ? null : (data ?? null);
}

/** An agreement that may be the same is one press away. */
function Warning({ code, message }: Foreseen["warnings"][number]) {
  const slug = code === "duplicate" ? /[a-z0-9]+(?:-[a-z0-9]+)+/.exec(message)?.[0] : undefined;
  if (slug === undefined) return message;
  return (
    <a className="link" href={paths.agreement(slug)} target="_blank" rel="noreferrer">
      {message}
    </a>
  );
}

/** What will follow from the act, in words, before anything is recorded. */
export function PreflightWords({
  local,
  warnings,
  answer,
}: {
  /** What the browser can tell by itself. */
  local: string | null;
  warnings: readonly ActWarning[];
  answer: ReturnType<typeof usePreflight>;
}) {
  const foreseen = answer?.outcome === "done" ? answer.value.data : null;
  const refused =
    answer?.outcome === "refused" && answer.problem.status !== 409 ? answer.problem.detail : null;
  const told = new Set(warnings.map(({ message }) => message));
  const more = (foreseen?.warnings ?? []).filter(({ message }) => !told.has(message));
  const sentences = foreseen && foreseen.sentences.length > 0 ? foreseen.sentences : local ? [local] : [];
  if (sentences.length === 0 && warnings.length === 0 && !refused) {
    return (
      <p className="preflight none note">
        What will follow is said here as soon as the form says what and when.
      </p>
    );
  }
  return (
    <div className="preflight">
      <h3>What will follow</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {[...warnings, ...more].map(({ code, message }) => (
          <li key={`${code}${message}`} className="warning">
            <Icon name="warning" />
            <Warning code={code} message={message} />
          </li>
        ))}
        {refused ? (
          <li className="warning">
            <Icon name="warning" />
            {refused}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
