import { expect, test } from "vitest";
import { actsHeader, listHeader } from "./agreement-csv.ts";
import { actsTable, csvMetadata, listTable } from "./export-columns.ts";

test.each([
  ["the list", listTable, listHeader],
  ["the acts", actsTable, actsHeader],
])("every column of %s has its meaning, and no other has", (_, { columns, key }, header) => {
  expect(columns.map(({ name }) => name)).toEqual(header);
  expect(header).toContain(key);
  for (const { name, meaning } of columns) expect(meaning, name).not.toBe("");
});

test("the metadata names file, clocks, rule and licence", () => {
  const metadata = csvMetadata(listTable, {
    url: "https://accords.example/agreements.csv?stage=signed",
    clocks: { on: "2024-05-14", known: "2026-11-25T00:00:00.000Z" },
    rule: {
      id: "r",
      label: "Rule",
      definition: "Each counts once.",
      only: { tag: null, framework: null, profile: null },
      statesOnly: false,
      counts: "instruments",
    },
  });
  expect(metadata.url).toContain("stage=signed");
  expect(metadata["dc:description"]).toContain("2024-05-14");
  expect(metadata["dc:description"]).toContain("Each counts once.");
  expect(metadata.tableSchema.columns.find(({ name }) => name === "signedOn")).toMatchObject({
    datatype: "date",
  });
});
