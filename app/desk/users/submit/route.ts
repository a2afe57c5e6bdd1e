/** What `POST /desk/users` runs. Each command asks for the right itself, and writes its line in the log of changes. */
import { addUser } from "#db/commands/add-user.ts";
import { changeRole } from "#db/commands/change-role.ts";
import { invite } from "#db/commands/issue-link.ts";
import { revokeTokens } from "#db/commands/revoke-tokens.ts";
import { setDisabled } from "#db/commands/set-disabled.ts";
import { DomainError } from "#domain/errors.ts";
import { paths } from "#domain/paths.ts";
import { isUserRole, type UserRole, userRoles } from "#domain/permission.ts";
import { type FormDone, type SentForm, userForm } from "../../../_server/user-form.ts";

function roleIn({ field }: SentForm): UserRole {
  const role = field("role");
  if (isUserRole(role)) return role;
  throw new DomainError("malformed", `A role is one of ${userRoles.join(", ")}.`);
}

/** A link to be handed to somebody, shown this once. */
async function withLink({ db, actor, now }: SentForm, userId: string, done: string): Promise<FormDone> {
  const token = await invite(db, actor, userId, now);
  const value = new URL(paths.welcome(token), process.env.APP_URL ?? "http://localhost:3000").href;
  return { done, secret: { label: "Link, good once within three days", value }, typed: { which: userId } };
}

const access = (disabled: boolean, done: string) => async (form: SentForm) => {
  const id = form.field("which");
  await setDisabled(form.db, form.actor, { id, disabled }, form.now);
  return { done, typed: { which: id } };
};

export const POST = userForm({
  page: paths.users(),
  action: "administer",
  deeds: {
    async add(form) {
      const { db, actor, field, now } = form;
      const { id } = await addUser(db, actor, { email: field("email"), role: roleIn(form) }, now);
      return withLink(form, id, "Added. Hand them this link; they choose their password with it.");
    },
    async role(form) {
      const id = form.field("which");
      const role = roleIn(form);
      await changeRole(form.db, form.actor, { id, role }, form.now);
      return { done: `The role is ${role} from now on.`, typed: { which: id } };
    },
    disable: access(true, "They have no access any more; sessions and tokens have ended."),
    enable: access(false, "They have access again. Sessions and tokens begin anew."),
    link: (form) => withLink(form, form.field("which"), "Hand them this link; the links before it are dead."),
    async revoke(form) {
      const userId = form.field("which");
      const count = await revokeTokens(form.db, form.actor, { userId }, form.now);
      return { done: `${count} API ${count === 1 ? "token" : "tokens"} revoked.`, typed: { which: userId } };
    },
  },
});
