import { expect, test } from "vitest";
import { createKeptAnswers, tagOf, type WholeAnswer } from "./kept-answers.ts";

const answer = (bytes: number): WholeAnswer => {
  const body = Buffer.alloc(bytes, "a");
  return { status: 200, headers: [], body, etag: tagOf(body), lastModified: null, packed: null };
};

test("it never holds more than it may, and a revision that moves empties it", () => {
  const kept = createKeptAnswers({ bytes: 50_000, answerBytes: 20_000, ageMs: 1_000 });
  kept.revisionIs("1");
  for (let count = 0; count < 200; count++) {
    kept.keep(`key ${count}`, answer((count * 997) % 20_000), 0, "1");
    expect(kept.size()).toBeLessThanOrEqual(50_000);
  }
  expect(kept.find("key 199", 10)).not.toBeNull();
  kept.revisionIs("2");
  expect(kept.size()).toBe(0);
  kept.keep("key", answer(10), 0, "1");
  expect(kept.find("key", 0)).toBeNull();
});

test("putting an answer in place of another, and finding an old one, keeps the books right", () => {
  const kept = createKeptAnswers({ bytes: 50_000, answerBytes: 20_000, ageMs: 1_000 });
  kept.revisionIs("1");
  kept.keep("key", answer(10_000), 0, "1");
  const size = kept.size();
  kept.keep("key", answer(10_000), 500, "1");
  expect(kept.size()).toBe(size);
  expect(kept.find("key", 1_400)).not.toBeNull();
  expect(kept.find("key", 1_600)).toBeNull();
  expect(kept.size()).toBe(0);
});
