"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Notices } from "./notices.tsx";

/** Milliseconds between two looks at what others have changed. */
export const lookEvery = 15_000;

/** What all pages of the desk share: one store of answers, and one place for notices. */
export function DeskFrame({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 5_000, refetchOnWindowFocus: "always", refetchInterval: lookEvery, retry: 1 },
          // A write is repeated by whoever made it, with its Idempotency-Key; never behind their back.
          mutations: { retry: 0 },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      {children}
      <Notices />
    </QueryClientProvider>
  );
}
