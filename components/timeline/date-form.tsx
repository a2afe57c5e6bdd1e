"use client";

import { type FormEvent, useEffect, useId, useRef } from "react";
import { dayFromNumber, dayInWords, dayNumber, isDay } from "#domain/day.ts";
import { DayField } from "../day-field.tsx";
import type { Move } from "./use-day.ts";

interface DateFormProps {
  on: number;
  earliest: number;
  max: number;
  address: string;
  move: (day: number, how: Move) => void;
  /** On a phone the day stands in words, and the native field lies over it unseen. */
  overlay?: boolean;
}

/** The typed date: a plain form that asks the server; with script the picture follows as soon as the date is whole. */
export function DateForm({ on, earliest, max, address, move, overlay = false }: DateFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const value = dayFromNumber(on);
  const [path = "", query = ""] = address.split("?");
  useEffect(() => {
    const input = field.current;
    if (input && input.value !== value && document.activeElement !== input) input.value = value;
  }, [value]);
  const follow = (typed: string, from: number) => {
    if (isDay(typed) && dayNumber(typed) >= from && dayNumber(typed) <= max) move(dayNumber(typed), "choice");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    follow(field.current?.value ?? "", 0);
  };
  return (
    <form className={overlay ? "date-form overlay" : "date-form"} action={path} onSubmit={submit}>
      <label htmlFor={id}>
        {overlay ? (
          <>
            <b>{dayInWords(value)}</b> <small>tap to change the day</small>
          </>
        ) : (
          "As of date"
        )}
      </label>
      {[...new URLSearchParams(query)].map(([name, word]) => (
        <input key={`${name}=${word}`} type="hidden" name={name} value={word} />
      ))}
      {overlay ? (
        <input
          ref={field}
          className="input"
          id={id}
          type="date"
          name="on"
          defaultValue={value}
          max={dayFromNumber(max)}
          required
          aria-keyshortcuts="t"
          onChange={(event) => follow(event.currentTarget.value, earliest)}
          onClick={(event) => event.currentTarget.showPicker?.()}
        />
      ) : (
        <DayField
          id={id}
          name="on"
          value={value}
          max={dayFromNumber(max)}
          required
          shortcut="t"
          input={field}
          onDay={(typed) => follow(typed, earliest)}
        />
      )}
      <button className="btn small without-script" type="submit">
        Show
      </button>
    </form>
  );
}
