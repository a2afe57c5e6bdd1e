/** Agreements gathered by their countries: the counts are those of the lists that the groups lead to. */
import { expect, test } from "vitest";
import { noFilters } from "#domain/view.ts";
import { countAgreements } from "./queries/agreements.ts";
import { partyGroups } from "./queries/party-groups.ts";
import { editAtRandom, randomWorld } from "./random-record.ts";
import { openWorld } from "./testing.ts";

test("each group counts what its country's list holds, the largest first, without the countries asked for", async () => {
  const db = await openWorld(randomWorld(21, 40));
  const [known = ""] = (await editAtRandom(db, 22, 20)).slice(-1);
  const clocks = { on: "2024-06-01", known };
  for (const filters of [noFilters, { ...noFilters, party: ["AA"] }, { ...noFilters, type: ["tax"] }]) {
    const groups = await partyGroups(db, filters, clocks);
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.map(({ total }) => total)).toEqual(groups.map(({ total }) => total).sort((a, b) => b - a));
    for (const { code, total, byDrawing } of groups) {
      expect(filters.party).not.toContain(code);
      const both: Parameters<typeof countAgreements>[1] =
        filters.party.length === 0
          ? { ...filters, party: [code] }
          : { ...filters, party: [], between: ["AA", code] };
      expect(total).toBe(await countAgreements(db, both, clocks));
      const atStages = Object.values(byDrawing).reduce((sum, count) => sum + count, 0);
      const unknown = await countAgreements(db, { ...both, stage: ["unknown"] }, clocks);
      expect(atStages).toBe(total - unknown);
    }
  }
  await db.close();
});
