/** What a schema refuses, field by field, as an error that may be told. */
import type { z } from "zod";
import { DomainError } from "./errors.ts";
import { toldBack } from "./view.ts";

const mostErrors = 50;

/** `["citations", 0, "url"]` as `citations[0].url`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`,
    )
    .join("");

/** `under` is where the value stands in what was sent. */
export function schemaProblem(error: z.ZodError, under: readonly PropertyKey[] = []): DomainError {
  const errors = error.issues
    .flatMap((issue) => {
      const at = [...under, ...issue.path];
      if (issue.code !== "unrecognized_keys") return [{ path: toldBack(pathOf(at)), message: issue.message }];
      return issue.keys.map((name) => ({
        path: toldBack(pathOf([...at, name])),
        message: "is no field of this body",
      }));
    })
    .slice(0, mostErrors);
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : "";
  const detail = first?.path === "" ? `${first.message}.` : `In “${first?.path}”: ${first?.message}.`;
  return new DomainError("malformed", `${detail}${more}`, { errors });
}
