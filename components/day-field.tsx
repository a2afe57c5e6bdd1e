"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type Day, dayInWords, isDay } from "#domain/day.ts";

interface DayFieldProps {
  id: string;
  name: string;
  /** The day that the address says; empty where none is chosen. */
  value: Day | "";
  max?: Day;
  required?: boolean;
  /** The key that leads here, for readers that ask which there are. */
  shortcut?: string;
  input?: RefObject<HTMLInputElement | null>;
  onDay?: (typed: string) => void;
}

/**
 * A native field of a day, typed and picked as the browser does it. At rest the day stands over it in words, so that
 * no reader has to know the browser's order of day and month. Without script the native field is all there is.
 */
export function DayField({ id, name, value, max, required, shortcut, input, onDay }: DayFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const field = input ?? own;
  const [typed, setTyped] = useState<string>(value);
  useEffect(() => {
    const element = field.current;
    if (!element || document.activeElement === element) return;
    element.value = value;
    setTyped(value);
  }, [value, field]);
  useEffect(() => {
    const form = field.current?.form;
    // A form goes back to the day of its address; the field has it only after the event.
    const reset = () => requestAnimationFrame(() => setTyped(field.current?.value ?? ""));
    form?.addEventListener("reset", reset);
    return () => form?.removeEventListener("reset", reset);
  }, [field]);
  return (
    <span className="day-field">
      <input
        ref={field}
        className="input"
        id={id}
        type="date"
        name={name}
        defaultValue={value}
        max={max}
        required={required}
        aria-keyshortcuts={shortcut}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onDay?.(event.currentTarget.value);
        }}
      />
      {isDay(typed) ? (
        <span className="words" aria-hidden="true">
          {dayInWords(typed)}
        </span>
      ) : null}
    </span>
  );
}
