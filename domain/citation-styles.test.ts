import { expect, test } from "vitest";
import {
  bibtexCitation,
  type Citable,
  citationStyles,
  cslCitation,
  plainCitation,
  risCitation,
} from "./citation-styles.ts";

const record: Citable = {
  slug: "ukraine-luxembourg-security-2024",
  title: "Agreement on security",
  revision: 6,
  on: "2024-05-14",
  known: "2026-11-23T12:00:00.000Z",
  url: "https://accords.example/agreements/x?on=2024-05-14&known=2026-11-23T12%3A00%3A00.000Z",
  accessed: "2026-11-24",
};

test("plain text is one sentence that a footnote can hold", () => {
  expect(plainCitation(record)).toBe(
    `Accords: “Agreement on security”. Revision 6, as of 14 May 2024, as known on 23 November 2026, 12:00:00 UTC. ${record.url} (accessed 24 November 2026).`,
  );
});

test("BibTeX keeps capitals and escapes what TeX would read as its own", () => {
  const entry = bibtexCitation({ ...record, title: "R&D_100 % {of} \\all" });
  expect(entry).toContain("title = {{R\\&D\\_100 \\% \\{of\\} \\textbackslash{}all}}");
  expect(entry).toContain("12\\%3A00\\%3A00.000Z}}");
  expect(entry.split("\n")[0]).toBe("@misc{ukraine-luxembourg-security-2024-r6,");
  const plain = entry.replace(/\\[{}]/g, "");
  expect(plain.split("{").length).toBe(plain.split("}").length);
});

test("RIS has one tag a line, begins with its type and ends with ER", () => {
  const lines = risCitation({ ...record, title: "Two\nlines" }).split("\n");
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  expect(lines[0]).toBe("TY  - ELEC");
  expect(lines).toContain("TI  - Two lines");
  expect(lines.at(-1)).toBe("ER  - ");
});

test("CSL-JSON is JSON with its dates in parts", () => {
  expect(JSON.parse(cslCitation(record))).toEqual([
    expect.objectContaining({
      URL: record.url,
      issued: { "date-parts": [[2026, 11, 23]] },
      accessed: { "date-parts": [[2026, 11, 24]] },
    }),
  ]);
});

test("every style names both clocks, the revision and the address", () => {
  for (const { write } of citationStyles) {
    const text = write(record).replaceAll("\\", "");
    for (const part of [/revision 6/i, "14 May 2024", "23 November 2026, 12:00:00 UTC", record.url]) {
      if (part instanceof RegExp) expect(text).toMatch(part);
      else expect(text).toContain(part);
    }
  }
});
