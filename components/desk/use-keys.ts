"use client";

import { useEffect, useRef } from "react";
import { isShortcut, shortcutsOn } from "../keys/setting.ts";

/** Letters mean nothing to a radio button, so a key may still choose another one. */
const isRadio = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === "radio";

const isOurs = (event: KeyboardEvent): boolean =>
  isShortcut(event) ||
  (isRadio(event.target) &&
    event.key.length === 1 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    shortcutsOn());

/** Runs the command of a key of one letter, under the same conditions as the keys of every page. */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    // `g` begins a key of two letters, whose second one is not ours.
    let begun = false;
    const press = (event: KeyboardEvent) => {
      const isSecond = begun;
      begun = event.key === "g";
      if (event.defaultPrevented || event.repeat || isSecond || !isOurs(event)) return;
      const command = current.current[event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Follows an address as a link would. */
export const goTo = (href: string): void => window.location.assign(href);
