/** A slice that goes on from a mark is the slice that looks through every path, before and after edits. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clocks, Instant } from "#domain/clocks.ts";
import { seeded } from "#domain/seeded.ts";
import { never } from "./columns/columns.ts";
import { heldColumns } from "./columns/held.ts";
import { buildPaths } from "./columns/paths.ts";
import { takeSlice } from "./columns/slice.ts";
import type { Database } from "./database.ts";
import { editAtRandom, randomWorld } from "./random-record.ts";
import { openWorld } from "./testing.ts";

let db: Database;
beforeAll(async () => {
  db = await openWorld(randomWorld(21, 120));
}, 60_000);
afterAll(() => db.close());

/** Slices at random clocks, with the marks and without. */
async function expectTheSame(instants: readonly Instant[], seed: number): Promise<void> {
  const { columns } = await heldColumns(db);
  expect(columns.paths).not.toBeNull();
  const random = seeded(seed);
  for (let number = 0; number < 200; number++) {
    const year = 1990 + Math.floor(random() * 45);
    const clocks: Clocks = {
      on: `${year}-${["01-01", "05-14", "12-31"][number % 3]}`,
      known: instants[Math.floor(random() * instants.length)] ?? "",
    };
    const [quick, plain] = [columns, { ...columns, paths: null }].map((some) => takeSlice(some, clocks));
    for (const part of ["version", "current", "signing", "stage", "signedOn"] as const)
      expect({ clocks, part, values: quick?.[part] }).toEqual({ clocks, part, values: plain?.[part] });
  }
}

test("whatever the day and the moment, and whatever was edited since", async () => {
  const { columns } = await heldColumns(db);
  columns.paths = buildPaths(columns);
  const before = ["2020-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"];
  await expectTheSame(before, 1);
  const edited = await editAtRandom(db, 22, 40);
  const instants = [...before, ...edited, "2030-01-01T00:00:00.000Z"];
  await expectTheSame(instants, 2);
  // What was edited is looked through; the rest still goes by its marks.
  const { since, moved } = (await heldColumns(db)).columns.paths ?? { since: new Int32Array(), moved: 0 };
  expect(moved).toBeGreaterThan(5);
  expect(since.filter((one) => one !== never).length).toBeGreaterThan(20);
  // Built anew over a record that was corrected.
  columns.paths = buildPaths(columns);
  await expectTheSame(instants, 3);
});
