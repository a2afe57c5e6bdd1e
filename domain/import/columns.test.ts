import { describe, expect, test } from "vitest";
import { columnRoles, readColumns } from "./columns.ts";

describe("which column means what", () => {
  test("headers are recognised in any spelling", () => {
    expect(
      readColumns([
        "Treaty ID",
        "TITLE",
        "Party A",
        "Party_B",
        "Date of signature",
        "Entry into force",
        "Comments",
      ]),
    ).toEqual({
      mapped: {
        id: "Treaty ID",
        title: "TITLE",
        side1: "Party A",
        side2: "Party_B",
        signed: "Date of signature",
        inForce: "Entry into force",
      },
      ignored: ["Comments"],
      further: [],
    });
  });

  test("our own export comes back with its codes", () => {
    const { mapped } = readColumns([
      "slug",
      "title",
      "side1",
      "side2",
      "side1Codes",
      "side2Codes",
      "signedOn",
      "revision",
    ]);
    expect(mapped).toMatchObject({
      slug: "slug",
      side1: "side1Codes",
      side2: "side2Codes",
      signed: "signedOn",
    });
  });

  test("the beginning stands for the signature only where no column speaks of it", () => {
    expect(readColumns(["Beg", "Signature"]).mapped).toEqual({ signed: "Signature" });
    expect(readColumns(["Beg", "Force"]).mapped).toEqual({ signed: "Beg", inForce: "Force" });
  });

  test("one column for both sides, and columns of further parties", () => {
    expect(readColumns(["Agreement", "Parties"]).mapped).toEqual({ title: "Agreement", parties: "Parties" });
    expect(readColumns(["country1", "country2", "country3", "party"])).toMatchObject({
      mapped: { side1: "country1", side2: "country2" },
      further: ["country3"],
      ignored: ["party"],
    });
  });

  test("a choice wins, and takes its column away from others", () => {
    const headers = ["Name", "Title", "A", "B"];
    expect(readColumns(headers, { title: "Name", side1: "A", side2: "B", id: "" })).toMatchObject({
      mapped: { title: "Name", side1: "A", side2: "B" },
      ignored: ["Title"],
    });
    expect(() => readColumns(headers, { title: "Nome" })).toThrow("no column “Nome”");
  });

  test("a used column that is there twice is refused, an unused one is not", () => {
    expect(() => readColumns(["title", "title", "a"])).toThrow("Two columns are called “title”");
    expect(readColumns(["title", "x", "x"]).ignored).toEqual(["x", "x"]);
  });

  test("no header means two things", () => {
    const all = Object.values(columnRoles).flatMap(({ headers }) => [...headers]);
    expect(all.filter((header, index) => all.indexOf(header) !== index)).toEqual([]);
  });
});
