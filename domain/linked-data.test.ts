import { expect, test } from "vitest";
import { asScriptText, datasetLinkedData } from "./linked-data.ts";

test("no text can end the script element, and nothing is lost", () => {
  const value = { name: "</script><script>alert(1)</script>\u2028" };
  expect(asScriptText(value)).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(asScriptText(value))).toEqual(value);
});

test("a dataset names each of its forms", () => {
  const data = datasetLinkedData({
    name: "n",
    description: "d",
    url: "https://accords.example/agreements",
    forms: { "text/csv": "https://accords.example/agreements.csv" },
    modifiedAt: "2026-11-25T00:00:00.000Z",
  });
  expect(data.distribution).toEqual([
    {
      "@type": "DataDownload",
      encodingFormat: "text/csv",
      contentUrl: "https://accords.example/agreements.csv",
    },
  ]);
});
