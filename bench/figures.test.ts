import { expect, test } from "vitest";
import { median, percentile, ratioOf } from "./figures.ts";
import { goalTable, verdict } from "./goals.ts";
import { markdownTable, shown } from "./markdown.ts";
import { createResponseReader } from "./response-reader.ts";

test("percentiles are values that were measured, by nearest rank", () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile(values, 0)).toBe(1);
  expect(percentile([], 0.5)).toBeNull();
});

test("numbers are ordered as numbers", () => {
  expect(median([100, 9, 20])).toBe(20);
  expect(median([100, 9, 20, 30])).toBe(25);
  expect(median([])).toBeNull();
});

test("a ratio is taken round by round, and rounds without both are left out", () => {
  // The machine was half as fast in the second round; all were.
  expect(ratioOf([20, 10], [10, 5])).toBe(2);
  expect(ratioOf([20, null, 10], [10, 5, 0])).toBe(2);
  expect(ratioOf([null], [10])).toBeNull();
});

test("numbers keep three digits", () => {
  expect([0, 0.01234, 1.2345, 12.345, 123.45, 12345.6, null].map(shown)).toEqual([
    "0",
    "0.0123",
    "1.23",
    "12.3",
    "123",
    "12,346",
    null,
  ]);
});

test("a table is Markdown, and what is missing is a dash", () => {
  const table = markdownTable({
    head: ["what", "ms"],
    rows: [
      ["a | b", "1"],
      ["c", null],
    ],
  });
  expect(table.split("\n")).toEqual([
    "| what   |  ms |",
    "| ------ | --: |",
    "| a \\| b |   1 |",
    "| c      |   – |",
  ]);
});

test("a target says by how much it is missed", () => {
  expect(verdict({ bound: 2, is: "at least", measured: 2 })).toBe("met");
  expect(verdict({ bound: 2, is: "at least", measured: 1.5 })).toBe("missed: 75 % of it");
  expect(verdict({ bound: 5, is: "at most", measured: 5 })).toBe("met");
  expect(verdict({ bound: 5, is: "at most", measured: 6 })).toBe("missed: 1.2 times it");
  expect(verdict({ bound: 5, is: "at most", measured: null })).toBe("not measured");
  const goal = { words: "New list", bound: 0.5, is: "at least", unit: "× (a)", measured: 0.6 } as const;
  expect(goalTable([goal]).rows).toEqual([["New list", "at least 0.5 × (a)", "0.6 × (a)", "met"]]);
});

test.each([
  ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123\r\n\r\n89", 200],
  ["chunks", "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 201],
  ["no body", "HTTP/1.1 304 Not Modified\r\ncontent-length: 900\r\n\r\n", 304],
])("an answer with %s ends where it ends, however it arrives", (_name, text, status) => {
  const read = createResponseReader();
  for (let round = 0; round < 2; round++) {
    const parts = [...text].map((letter) => read(Buffer.from(letter)));
    expect(parts.slice(0, -1).every((part) => part === null)).toBe(true);
    expect(parts.at(-1)).toEqual({ status, bytes: text.length });
    expect(read(Buffer.from(text))).toEqual({ status, bytes: text.length });
  }
});
