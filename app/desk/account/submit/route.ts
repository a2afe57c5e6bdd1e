/** What `POST /desk/account` runs. */
import { changePassword } from "#db/commands/change-password.ts";
import { endSession, endSessions } from "#db/commands/end-sessions.ts";
import { issueToken } from "#db/commands/issue-token.ts";
import { renameUser } from "#db/commands/rename-user.ts";
import { revokeTokens } from "#db/commands/revoke-tokens.ts";
import { signIn } from "#db/commands/sign-in.ts";
import { paths } from "#domain/paths.ts";
import { senderOf } from "../../../_server/form.ts";
import { cookieWith, endedCookie, sessionTimes } from "../../../_server/session.ts";
import { userForm } from "../../../_server/user-form.ts";

export const POST = userForm({
  page: paths.account(),
  action: "propose",
  deeds: {
    async name({ db, actor, field, now }) {
      await renameUser(db, actor, field("name"), now);
      return { done: "Readers see the new name from now on." };
    },
    async password({ db, actor, caller: { user }, field, now, request }) {
      const { email } = user;
      const password = field("password");
      const sender = senderOf(request);
      await changePassword(
        db,
        actor,
        { email, current: field("current"), password, address: sender.address },
        now,
      );
      const { token } = await signIn(db, { email, password, ...sender }, now, sessionTimes.lasts);
      return { done: "The password is changed. You are signed in here alone.", cookie: cookieWith(token) };
    },
    async "end-session"({ db, caller, field }) {
      const id = field("which");
      await endSession(db, caller.user.id, id);
      if (id === caller.secretId) return { leaveTo: paths.home(), cookie: endedCookie };
      return { done: "That session is ended." };
    },
    async "end-sessions"({ db, caller }) {
      await endSessions(db, caller.user.id);
      return { leaveTo: paths.signIn(), cookie: endedCookie };
    },
    async "make-token"({ db, actor, now }) {
      const { token } = await issueToken(db, actor, actor.id, now);
      return {
        done: "This is the only time that the token is shown.",
        secret: { label: "Token", value: token },
      };
    },
    async "revoke-token"({ db, actor, field, now }) {
      const count = await revokeTokens(db, actor, { userId: actor.id, tokenId: field("which") }, now);
      return { done: count > 0 ? "The token is good for nothing any more." : "That token had ended before." };
    },
  },
});
