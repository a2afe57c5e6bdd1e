/** For every writing route a request that it takes, and ways to spoil one. */
import { actOf } from "./write-client.ts";

/** Names of records of one agreement. */
export interface Targets {
  slug: string;
  act: string;
  commitment: string;
  citation: number;
  proposal: string;
  change: number;
}

const source = [{ url: "https://example.org/a" }];

/** A good body and the address of each route, by its name in the tables of routes. */
export const goodRequests = (
  targets: Targets,
): Record<string, { path: string; body: Record<string, unknown> }> => {
  const { slug, act, commitment, citation, proposal, change } = targets;
  const agreement = `/agreements/${slug}`;
  const amount = {
    by: "LU",
    category: "military",
    amount: 5,
    currency: "EUR",
    description: "Help",
    citations: source,
  };
  return {
    createAgreement: {
      path: "/agreements",
      body: {
        title: "A new agreement",
        type: "security-agreement",
        sides: [["UA"], ["LU"]],
        acts: [actOf("first")],
      },
    },
    editAgreement: {
      path: agreement,
      body: { summary: "A summary", tags: ["kyiv-list"], durationYears: 10 },
    },
    recordAct: {
      path: `${agreement}/acts`,
      body: { ...actOf("good"), round: 2, participants: [{ name: "Luc Frieden", side: "LU" }] },
    },
    correctAct: { path: `/acts/${act}/corrections`, body: { ...actOf("corrected"), reason: "A slip" } },
    withdrawAct: { path: `/acts/${act}/withdrawal`, body: { reason: "It never was" } },
    checkAgreement: { path: `${agreement}/checks`, body: { on: "2026-10-01", note: "Nothing" } },
    addCommitment: { path: `${agreement}/commitments`, body: amount },
    correctCommitment: {
      path: `/commitments/${commitment}/corrections`,
      body: { ...amount, reason: "A slip" },
    },
    withdrawCommitment: { path: `/commitments/${commitment}/withdrawal`, body: { reason: "It never was" } },
    cite: { path: `${agreement}/citations`, body: { field: "summary", url: "https://example.org/a" } },
    withdrawCitation: { path: `/citations/${citation}/withdrawal`, body: { reason: "Dead" } },
    revertChange: { path: `/changes/${change}/revert`, body: { reason: "The wrong agreement" } },
    propose: {
      path: "/proposals",
      body: { method: "POST", path: `/api/v1${agreement}/acts`, body: actOf("proposed"), reason: "Found it" },
    },
    acceptProposal: { path: `/proposals/${proposal}/accept`, body: { note: "Thanks" } },
    rejectProposal: { path: `/proposals/${proposal}/reject`, body: { note: "No source" } },
  };
};

export type Pick = <T>(choices: readonly T[]) => T;

/** A small generator with a seed, so that a failure can be run again (Park and Miller). */
export function dice(seed: number): Pick {
  let state = seed;
  return (choices) => {
    state = (state * 48271) % 2147483647;
    return choices[state % choices.length] as (typeof choices)[number];
  };
}

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  "",
  " ",
  "x".repeat(20_000),
  "\u0000",
  "\u202Eevil",
  "a\u200Bb",
  "\uFEFF",
  "\uD800",
  `e${"\u0301".repeat(50)}`,
  "2024-13-40",
  "9999999-01-01",
  "../../etc/passwd",
  "'; DROP TABLE acts; --",
  "<script>alert(1)</script>",
  "http://127.0.0.1/",
  "javascript:alert(1)",
  [],
  [null],
  {},
  { $ne: 1 },
  [[[[[[]]]]]],
];
const strangeNames = [
  "id",
  "recordedAt",
  "recordedBy",
  "revision",
  "role",
  "supersededAt",
  "constructor",
  "toString",
  "ß",
];

/** The body with one thing in it spoilt. */
export function spoil(body: Record<string, unknown>, pick: Pick): Record<string, unknown> {
  const spoilt = structuredClone(body);
  const name = pick(Object.keys(spoilt));
  const inner = spoilt[name];
  const way = pick(["replace", "replace", "replace", "drop", "add", "inside"]);
  if (way === "drop") delete spoilt[name];
  else if (way === "add") spoilt[pick(strangeNames)] = pick(strange);
  else if (way === "inside" && Array.isArray(inner) && typeof inner[0] === "object" && inner[0] !== null)
    inner[0] = spoil(inner[0] as Record<string, unknown>, pick);
  else spoilt[name] = pick(strange);
  return spoilt;
}

/** Bodies that are no JSON object of ours, as text. */
export const brokenBodies: readonly string[] = [
  "",
  " ",
  "null",
  "true",
  "0",
  '"text"',
  "[]",
  "[{}]",
  "{",
  "{]",
  "{'a':1}",
  "{a:1}",
  '{"a":1,}',
  '{"a":01}',
  '{"a":NaN}',
  '{"a":1e999}',
  '{"a":Infinity}',
  '{"a":undefined}',
  '{"reason":"a","reason":"b"}',
  '{"reason":"a","re\\u0061son":"b"}',
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{}}}',
  '{"reason":"\\ud800"}',
  '{"reason":"\\u0000"}',
  `${"[".repeat(5000)}${"]".repeat(5000)}`,
  `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
  '{"a":1}{"b":2}',
  "\uFEFF{}",
  "<act/>",
  "kind=signed&actor=both",
];
