/** The wire's list as text in parts: what `JSON.stringify` makes of it, byte for byte. */
import type { AgreementList, Row } from "./wire.ts";

export async function* listAsJson(
  parts: AsyncIterable<readonly Row[]>,
  head: Omit<AgreementList, "data">,
): AsyncGenerator<string> {
  let before = '{"data":[';
  for await (const rows of parts) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => JSON.stringify(row)).join(",");
    before = ",";
  }
  yield `${before === "," ? "" : before}],${JSON.stringify(head).slice(1)}`;
}
