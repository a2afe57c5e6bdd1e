/** What `POST /desk/shares` runs. */
import { withdrawShare } from "#db/commands/freeze-view.ts";
import { paths } from "#domain/paths.ts";
import { demandShare } from "../../../_server/share.ts";
import { userForm } from "../../../_server/user-form.ts";

export const POST = userForm({
  page: paths.frozenViews(),
  action: "administer",
  deeds: {
    async withdraw({ db, actor, field, now }) {
      const { share } = await demandShare(field("which").trim());
      await withdrawShare(db, actor, { hash: share.hash, reason: field("reason") }, now);
      return { done: "Withdrawn. Its address says so, and why, from now on.", typed: { which: share.hash } };
    },
  },
});
