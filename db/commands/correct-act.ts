/** Corrects a recorded act. A correction is no transition: the stages are derived anew as if it had always been so. */
import type { Instant } from "#domain/clocks.ts";
import type { Actor } from "#domain/permission.ts";
import type { Database } from "../database.ts";
import type { ActInput } from "./act-input.ts";
import { write } from "./ledger.ts";
import { type SupersedeInput, supersedeAct } from "./supersede-act.ts";

/** Answers with the id of the act that replaces the old one and the agreement's new revision. */
export const correctAct = (
  db: Database,
  actor: Actor,
  input: SupersedeInput & { act: ActInput },
  now: Instant,
) => write(db, actor, "correct", now, (entry) => supersedeAct(entry, input, input.act));
