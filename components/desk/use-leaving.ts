"use client";

import { useEffect } from "react";

const question = "What you typed is not saved yet. Leave this page?";

/** Asks once before a page with unsaved text is left, by a link or in any other way. */
export function useLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    let asked = false;
    const leave = (event: BeforeUnloadEvent) => {
      if (!asked) event.preventDefault();
    };
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target === "_blank" || link.hash !== "" || event.ctrlKey || event.metaKey) return;
      if (window.confirm(question)) asked = true;
      else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener("beforeunload", leave);
    document.addEventListener("click", follow, true);
    return () => {
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("click", follow, true);
    };
  }, [unsaved]);
}
