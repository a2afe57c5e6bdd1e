"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "./icon.tsx";
import { type Theme, themeKey, themes } from "./theme.ts";

const looks = {
  system: { icon: "system", words: "as the system" },
  light: { icon: "sun", words: "light" },
  dark: { icon: "moon", words: "dark" },
} as const;

/** The root element holds the choice; everything else asks it. */
function chosen(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Goes round: as the system, light, dark. */
export function ThemeToggle() {
  const theme = useSyncExternalStore(watch, chosen, () => "system" as const);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const label = `Theme: ${looks[theme].words}. Change to ${looks[next].words}.`;
  return (
    <button
      type="button"
      className="tool needs-script"
      aria-label={label}
      title={label}
      onClick={() => choose(next)}
    >
      <Icon name={looks[theme].icon} />
    </button>
  );
}
