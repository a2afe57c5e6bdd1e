/** Withdraws a recorded act: it is no longer held to be true, and stays readable as it was known. */
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import { write } from "./ledger.ts";
import { type SupersedeInput, supersedeAct } from "./supersede-act.ts";

/** Answers with the id of the withdrawal and the agreement's new revision. */
export const withdrawAct = (db: Database, actor: Actor, input: SupersedeInput, now: Instant) =>
  write(db, actor, "correct", now, (entry) => supersedeAct(entry, input, null));
