"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { apiPaths } from "#domain/paths.ts";
import type { Act, Agreement } from "#domain/wire.ts";
import { agreementKey } from "./desk-data.ts";
import { getJson } from "./send.ts";

/** The agreement as it is now; what others change appears without a reload. */
export function useAgreement(initial: Agreement) {
  const { slug } = initial;
  const { data, isError, refetch } = useQuery({
    queryKey: agreementKey(slug),
    queryFn: async ({ signal }) =>
      (await getJson<{ data: Agreement }>(apiPaths.agreement(slug), signal)).data,
    initialData: initial,
  });
  return { agreement: data, isError, refetch };
}

/** Shows an act that is on its way; the answer takes it back, and brings the recorded one. */
export function usePendingAct(slug: string) {
  const client = useQueryClient();
  return useCallback(
    (act: Act) => {
      const key = agreementKey(slug);
      const edit = (change: (acts: Act[]) => Act[]) =>
        client.setQueryData<Agreement>(key, (now) => (now ? { ...now, acts: change(now.acts) } : now));
      void client.cancelQueries({ queryKey: key });
      edit((acts) => [...acts, act]);
      return {
        rollBack: () => edit((acts) => acts.filter(({ id }) => id !== act.id)),
        settle: async () => {
          edit((acts) => acts.filter(({ id }) => id !== act.id));
          await client.invalidateQueries({ queryKey: key });
        },
      };
    },
    [client, slug],
  );
}
