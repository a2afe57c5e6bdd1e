"use client";

import { useEffect } from "react";

/** A text as a CSS string: letters that could end it are written by number. */
const cssString = (text: string): string =>
  `"${text.replace(/[\\"<>\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;

/** Hands two texts to the margins of printed sheets (print.css). A style of its own is what the page's policy refuses. */
export function PrintMargins({ left, right }: { left: string; right: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--print-left", cssString(left));
    style.setProperty("--print-right", cssString(right));
    return () => {
      style.removeProperty("--print-left");
      style.removeProperty("--print-right");
    };
  }, [left, right]);
  return null;
}
