"use client";

import { goTo, useKeys } from "./use-keys.ts";

/** On the public page, for those who keep the record: a new act with `n`, the desk with `e`. */
export function EditLinks({ act, desk, verb }: { act: string; desk: string; verb: string }) {
  useKeys({ n: () => goTo(act), e: () => goTo(desk) });
  return (
    <>
      <a className="btn" href={act} aria-keyshortcuts="n">
        {verb}
      </a>
      <a className="btn" href={desk} aria-keyshortcuts="e">
        Desk
      </a>
    </>
  );
}
