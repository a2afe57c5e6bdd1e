import { expect, test } from "vitest";
import { listHeader } from "./agreement-csv.ts";
import { csvMetadata, listColumns } from "./export-columns.ts";

test("every column of the list has its meaning, and no other has", () => {
  expect(listColumns.map(({ name }) => name)).toEqual(listHeader);
  for (const { name, meaning } of listColumns) expect(meaning, name).not.toBe("");
});

test("the metadata names file, clocks, rule and licence", () => {
  const metadata = csvMetadata({
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
