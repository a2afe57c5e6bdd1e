import { expect, test } from "vitest";
import { isSameCopy } from "./client-copy.ts";

const at = "Wed, 25 Nov 2026 06:00:00 GMT";

test.each([
  ["no tag", null, null, null, false],
  ["the tag", '"a"', null, null, true],
  ["the tag of a weak copy", 'W/"a"', null, null, true],
  ["one of several", '"b", "a"', null, null, true],
  ["any tag", "*", null, null, true],
  ["another tag", '"b"', at, at, false],
  ["the tag, and a date that counts for nothing", '"a"', "Wed, 25 Nov 2026 05:00:00 GMT", null, true],
  ["the tag, and the date", '"a"', at, at, true],
  ["the tag, and an older date", '"a"', "Wed, 25 Nov 2026 05:00:00 GMT", at, false],
  ["a date alone", null, at, at, false],
])("%s", (_, tags, since, lastModified, same) => {
  expect(isSameCopy({ tags, since }, '"a"', lastModified)).toBe(same);
});
