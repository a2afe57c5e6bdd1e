import { expect, test } from "vitest";
import { DomainError, type ErrorCode, errorCodes, toProblem } from "./errors.ts";
import { problem } from "./wire.ts";

const codes = Object.keys(errorCodes) as ErrorCode[];

test.each(codes)("%s is a problem on the wire", (code) => {
  const found = toProblem(new DomainError(code, "What happened, in words."), "r-1");
  expect(problem.parse(found)).toEqual({
    type: `/methodology#problem-${code}`,
    title: errorCodes[code].title,
    status: errorCodes[code].status,
    detail: "What happened, in words.",
    errors: [],
    requestId: "r-1",
  });
});

test("every status has one code", () => {
  const statuses = codes.map((code) => errorCodes[code].status);
  expect(new Set(statuses).size).toBe(statuses.length);
});

test("says field by field what is wrong, and which rule", () => {
  const errors = [{ path: "date", message: "lies before the signature" }];
  const error = new DomainError("rule-broken", "The date does not fit.", { errors, guard: "date-in-order" });
  expect(toProblem(error, "r-1")).toMatchObject({ status: 422, errors, guard: "date-in-order" });
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("DomainError");
});

test("carries what a client needs to go on, which replaces no field of the problem", () => {
  const extra = { theirs: { title: "A" }, yours: { title: "B" }, status: 200, requestId: "other" };
  const found = toProblem(new DomainError("conflict", "Somebody was faster.", { extra }), "r-1");
  expect(found).toMatchObject({
    theirs: { title: "A" },
    yours: { title: "B" },
    status: 409,
    requestId: "r-1",
  });
});

test("keeps the stack to itself", () => {
  expect(JSON.stringify(toProblem(new DomainError("fault", "It failed."), "r-1"))).not.toContain(
    "errors.test",
  );
});
