"use client";

// biome-ignore lint/style/noRestrictedImports: the one door to the router; a link alone cannot tell where we are.
import { usePathname, useRouter } from "next/navigation";
import { useCallback } from "react";

/** The path of the page being shown. */
export const useCurrentPath = (): string => usePathname();

/** Goes to an address of this site and stays at the same height; offline only the address changes. */
export function useGoTo(): (href: string, how: "push" | "replace") => void {
  const router = useRouter();
  return useCallback(
    (href, how) => {
      if (navigator.onLine) router[how](href, { scroll: false });
      else window.history[how === "push" ? "pushState" : "replaceState"](null, "", href);
    },
    [router],
  );
}
