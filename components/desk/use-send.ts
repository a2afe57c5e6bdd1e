"use client";

import { useCallback, useRef, useState } from "react";
import { asProposal, type DeskProblem, type Sent, send, type WriteRequest } from "./send.ts";

export type SendState =
  | { step: "idle" }
  | { step: "sending" }
  | { step: "offline" }
  | { step: "signed-out" }
  | { step: "refused"; problem: DeskProblem };

/**
 * Sends one form. The same words sent again carry the same Idempotency-Key, so that a lost answer never makes two
 * acts; other words get another key.
 */
export function useSend(proposes: boolean) {
  const [state, setState] = useState<SendState>({ step: "idle" });
  const last = useRef({ text: "", key: "" });
  const run = useCallback(
    async <T>(wanted: WriteRequest): Promise<Sent<T>> => {
      const request = proposes ? asProposal(wanted) : wanted;
      const text = JSON.stringify(request);
      if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
      setState({ step: "sending" });
      const { key } = last.current;
      const sent = await send<T>(request, request.method === "POST" ? { key } : {});
      if (sent.outcome === "done") {
        last.current = { text: "", key: "" };
        setState({ step: "idle" });
      } else if (sent.outcome === "refused") setState({ step: "refused", problem: sent.problem });
      else setState({ step: sent.outcome });
      return sent;
    },
    [proposes],
  );
  const reset = useCallback(() => setState({ step: "idle" }), []);
  return { state, run, reset };
}
