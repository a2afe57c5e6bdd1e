/** The forms of signed-in users: one wrapper that knows the sender, the origin and the answer. */
import type { FormOutcome } from "#components/form-outcome.ts";
import type { Database } from "#db/database.ts";
import type { Instant } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { paths } from "#domain/paths.ts";
import { type Action, type Actor, may } from "#domain/permission.ts";
import { database } from "./database.ts";
import { readForm } from "./form.ts";
import { fromElsewhere, goTo, refuseForm } from "./form-answer.ts";
import { isFromHere } from "./origin.ts";
import { pageTelling } from "./outcome.ts";
import { actorOf, type Caller, currentCaller } from "./session.ts";

export interface SentForm {
  db: Database;
  caller: Caller;
  actor: Actor;
  field: (name: string) => string;
  now: Instant;
  request: Request;
}

/** What was done, for the page to tell; `leaveTo` leads away from it, `cookie` begins or ends a session. */
export interface FormDone extends FormOutcome {
  cookie?: string;
  leaveTo?: string;
}

interface UserForm {
  /** The page that has the forms. */
  page: string;
  /** What the page is for. The commands ask again for what they do. */
  action: Action;
  /** By the value of the field `do`, which each button of a form has. */
  deeds: Readonly<Record<string, (form: SentForm) => Promise<FormDone>>>;
}

/** A POST route: does what the form says and goes back to the page, or answers with the page and what is wrong. */
export function userForm({ page, action, deeds }: UserForm) {
  return async (request: Request): Promise<Response> => {
    const field = await readForm(request);
    const typed = { do: field("do"), which: field("which"), email: field("email"), name: field("name") };
    try {
      if (!isFromHere(request)) throw fromElsewhere();
      const caller = await currentCaller();
      if (!caller) return goTo(paths.signIn(page));
      if (!may(caller.user.role, action)) throw new DomainError("forbidden", "Your role may not do this.");
      const deed = Object.hasOwn(deeds, field("do")) ? deeds[field("do")] : undefined;
      if (!deed) throw new DomainError("malformed", "The form does not say what to do.");
      const actor = actorOf(caller, request.headers.get("x-request-id") ?? undefined);
      const now = new Date().toISOString();
      const db = await database();
      const { cookie, leaveTo, ...outcome } = await deed({
        db,
        caller,
        actor,
        field,
        now,
        request,
      });
      return goTo(leaveTo ?? (await pageTelling(db, page, outcome)), cookie);
    } catch (error) {
      return refuseForm(request, page, error, typed);
    }
  };
}
