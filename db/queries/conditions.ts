/** The filters of a view as conditions on the joined row; facets leave their own word out. */
import { and, eq, exists, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { View } from "#domain/view.ts";
import type { Database } from "../database.ts";
import { matching } from "./search.ts";
import { heldOn, type StandingTables, stageOf } from "./standing.ts";

/** The words of a view that choose rows. */
export type Filters = Pick<
  View,
  | "q"
  | "party"
  | "between"
  | "stage"
  | "type"
  | "framework"
  | "profile"
  | "tag"
  | "signedFrom"
  | "signedTo"
  | "flag"
>;

type Condition = SQL | undefined;

function onSide(
  db: Database,
  { versions }: StandingTables,
  codes: readonly string[],
  side?: number,
): Condition {
  const { sides } = db.tables;
  return exists(
    db.read
      .select({ one: sql`1` })
      .from(sides)
      .where(
        and(
          eq(sides.versionId, versions.id),
          inArray(sides.country, [...codes]),
          side === undefined ? undefined : eq(sides.side, side),
        ),
      ),
  );
}

function opposite(db: Database, tables: StandingTables, [a, b]: readonly [string, string]): Condition {
  return or(
    and(onSide(db, tables, [a], 1), onSide(db, tables, [b], 2)),
    and(onSide(db, tables, [b], 1), onSide(db, tables, [a], 2)),
  );
}

function tagged(db: Database, { versions }: StandingTables, tags: readonly string[]): Condition {
  const table = db.tables.tags;
  return exists(
    db.read
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.versionId, versions.id), inArray(table.tag, [...tags]))),
  );
}

function flagged(
  db: Database,
  { agreements }: StandingTables,
  flags: Filters["flag"],
  clocks: Clocks,
): Condition {
  const { flagPeriods } = db.tables;
  return exists(
    db.read
      .select({ one: sql`1` })
      .from(flagPeriods)
      .where(
        and(
          eq(flagPeriods.agreementId, agreements.id),
          inArray(flagPeriods.flag, [...flags]),
          heldOn(flagPeriods, clocks),
        ),
      ),
  );
}

/** The conditions of all filter words but `except`; words that are not given ask for nothing. */
export function conditionsOf(
  db: Database,
  tables: StandingTables,
  filters: Filters,
  clocks: Clocks,
  except?: keyof Filters,
): Condition {
  const { versions, signing } = tables;
  const rules: { [Word in keyof Filters]: () => Condition } = {
    q: () => (filters.q ? matching(db, tables, filters.q, clocks) : undefined),
    party: () => (filters.party.length > 0 ? onSide(db, tables, filters.party) : undefined),
    between: () => (filters.between ? opposite(db, tables, filters.between) : undefined),
    stage: () => (filters.stage.length > 0 ? inArray(stageOf(tables), [...filters.stage]) : undefined),
    type: () => (filters.type.length > 0 ? inArray(versions.type, [...filters.type]) : undefined),
    framework: () =>
      filters.framework.length > 0 ? inArray(versions.framework, [...filters.framework]) : undefined,
    profile: () => (filters.profile.length > 0 ? inArray(versions.profile, [...filters.profile]) : undefined),
    tag: () => (filters.tag.length > 0 ? tagged(db, tables, filters.tag) : undefined),
    signedFrom: () => (filters.signedFrom ? gte(signing.validFrom, filters.signedFrom) : undefined),
    signedTo: () => (filters.signedTo ? lte(signing.validFrom, filters.signedTo) : undefined),
    flag: () => (filters.flag.length > 0 ? flagged(db, tables, filters.flag, clocks) : undefined),
  };
  const words = Object.keys(rules) as (keyof Filters)[];
  return and(...words.filter((word) => word !== except).map((word) => rules[word]()));
}
