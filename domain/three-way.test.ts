import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeThree } from "./three-way.ts";

const base = { title: "A", place: "Kyiv", note: null as string | null };

test("fields that one side changed are taken from it", () => {
  const { merged, collisions } = mergeThree(base, { ...base, title: "B" }, { ...base, place: "Paris" });
  expect(merged).toEqual({ title: "B", place: "Paris", note: null });
  expect(collisions).toEqual([]);
});

test("a field that both changed is a collision and keeps all three values", () => {
  const { merged, collisions } = mergeThree(
    base,
    { ...base, title: "B" },
    { ...base, title: "C", note: "n" },
  );
  expect(merged).toEqual({ title: "B", place: "Kyiv", note: "n" });
  expect(collisions).toEqual([{ field: "title", base: "A", theirs: "B", yours: "C" }]);
});

test("the same change on both sides is no collision", () => {
  expect(mergeThree(base, { ...base, title: "B" }, { ...base, title: "B" }).collisions).toEqual([]);
});

test("every value of yours is in the result, the same as theirs, or in a collision", () => {
  const value = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.array(fc.nat(1), { maxLength: 1 }) });
  fc.assert(
    fc.property(value, value, value, (first, theirs, yours) => {
      const { merged, collisions } = mergeThree(first, theirs, yours);
      for (const field of ["a", "b", "c"] as const) {
        const collides = collisions.some((one) => one.field === field);
        const changed = JSON.stringify(first[field]) !== JSON.stringify(yours[field]);
        if (changed && !collides) expect(merged[field]).toEqual(yours[field]);
        if (!changed) expect(merged[field]).toEqual(theirs[field]);
      }
    }),
  );
});
