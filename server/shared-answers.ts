/**
 * One answer for everybody who asks the same while the record is the same. The revision is read when a request comes
 * and before anything is rendered for it, so whoever asks after an edit was acknowledged never gets what was made
 * before it. The first one who asks has the answer made, the others wait for it; nothing is made twice at a time.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayOfInstant } from "#domain/day.ts";
import { createKeptAnswers, type KeptLimits, type WholeAnswer } from "./kept-answers.ts";
import { formOf } from "./same-question.ts";
import { sendAnswer } from "./send-answer.ts";
import type { Sharing } from "./shared-answer.ts";

/** What came of an answer in the making: `apart` when it is not to be shared, `lost` when who asked for it went away. */
type Made = WholeAnswer | "apart" | "lost";

export interface SharedAnswers {
  /** Answers the request; `begin` has an answer made for it, for all who share it, or (null) for this one alone. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    question: string,
    begin: (sharing: Sharing | null) => void,
  ): Promise<void>;
}

interface Asker {
  request: IncomingMessage;
  response: ServerResponse;
  begin: (sharing: Sharing | null) => void;
}

/** Has an answer made on behalf of one of those who ask for it. */
function make({ request, response, begin }: Asker, answerBytes: number, finish: (made: Made) => void): void {
  response.once("close", () => finish("lost"));
  // Whoever waits may hold another copy, or take the body where this one does not.
  request.method = "GET";
  delete request.headers["if-none-match"];
  delete request.headers["if-modified-since"];
  begin({ answerBytes, take: finish, apart: () => finish("apart") });
}

/** `revision` tells the revision of the record at the moment; see `Database.revision`. */
export function createSharedAnswers(revision: () => Promise<string>, limits: KeptLimits): SharedAnswers {
  const kept = createKeptAnswers(limits);
  const underway = new Map<string, Promise<Made>>();

  const begun = (key: string, asker: Asker, keep: (answer: WholeAnswer) => void): Promise<Made> => {
    const { promise, resolve } = Promise.withResolvers<Made>();
    underway.set(key, promise);
    let isMade = false;
    make(asker, limits.answerBytes, (made) => {
      if (isMade) return;
      isMade = true;
      underway.delete(key);
      if (typeof made === "object") keep(made);
      resolve(made);
    });
    return promise;
  };

  return {
    async answer(request, response, question, begin) {
      const form = formOf(request);
      const now = Date.now();
      // Whoever cannot tell the revision cannot answer either: the app says so in its own words.
      const current = await revision().catch(() => null);
      if (current === null) return begin(null);
      kept.revisionIs(current);
      const key = `${dayOfInstant(new Date(now).toISOString())}\n${current}\n${question}`;
      while (!response.destroyed) {
        const found = kept.find(key, now);
        if (found) return sendAnswer(response, found, form);
        const other = underway.get(key);
        const asker = { request, response, begin };
        const made = await (other ?? begun(key, asker, (answer) => kept.keep(key, answer, now, current)));
        if (typeof made === "object") return sendAnswer(response, made, form);
        if (made === "apart") return other ? begin(null) : undefined;
      }
    },
  };
}
