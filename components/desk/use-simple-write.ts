"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { agreementKey } from "./desk-data.ts";
import { notify } from "./notices.tsx";
import type { WriteRequest } from "./send.ts";
import { useSend } from "./use-send.ts";

/** A write of one press, such as a withdrawal: said when it is done, and said with its cause when it is not. */
export function useSimpleWrite(slug: string, proposes: boolean) {
  const client = useQueryClient();
  const { state, run } = useSend(proposes);
  const write = useCallback(
    async (request: WriteRequest, done: string): Promise<boolean> => {
      const sent = await run(request);
      await client.invalidateQueries({ queryKey: agreementKey(slug) });
      if (sent.outcome === "done") {
        notify({ kind: "done", words: proposes ? `Proposed. ${done}` : done });
        return true;
      }
      const why = {
        offline: "The server cannot be reached. Nothing was changed; try again.",
        "signed-out": "Your session has ended. Sign in in another tab and try again.",
        refused: sent.outcome === "refused" ? sent.problem.detail : "",
      }[sent.outcome];
      notify({ kind: "failed", words: why });
      return false;
    },
    [client, proposes, run, slug],
  );
  return { write, busy: state.step === "sending" };
}
