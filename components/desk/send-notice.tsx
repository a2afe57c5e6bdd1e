"use client";

import { paths } from "#domain/paths.ts";
import { Icon } from "../icon.tsx";
import type { SendState } from "./use-send.ts";

/** What came of sending a form, where it did not go well. Nothing typed is lost in any of these cases. */
export function SendNotice({
  state,
  here,
  onAgain,
}: {
  state: SendState;
  /** The address to come back to. */
  here: string;
  onAgain: () => void;
}) {
  if (state.step === "offline") {
    return (
      <div className="notice warn" role="alert">
        <Icon name="warning" />
        <span>
          <b>You are offline, or the server cannot be reached.</b> What you typed is kept in this browser.
          Nothing was recorded twice: trying again sends the very same request.
        </span>
        <button type="button" className="btn small" onClick={onAgain}>
          Try again
        </button>
      </div>
    );
  }
  if (state.step === "signed-out") {
    return (
      <div className="notice warn" role="alert">
        <Icon name="warning" />
        <span>
          <b>Your session has ended.</b> What you typed is kept.{" "}
          <a className="link" href={paths.signIn(here)} target="_blank" rel="noreferrer">
            Sign in in a new tab
          </a>
          , come back and try again.
        </span>
        <button type="button" className="btn small" onClick={onAgain}>
          Try again
        </button>
      </div>
    );
  }
  if (state.step !== "refused") return null;
  const { detail, errors } = state.problem;
  return (
    <div className="notice error" role="alert">
      <Icon name="warning" />
      <div>
        <b>It was not recorded.</b> {detail}
        {errors.length > 1 ? (
          <ul>
            {errors.map(({ path, message }) => (
              <li key={`${path}${message}`}>{`${path}: ${message}`}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
