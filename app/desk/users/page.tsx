import type { Metadata } from "next";
import { FormNotice } from "#components/form-notice.tsx";
import { AddUserForm } from "#components/people/add-user-form.tsx";
import { UserList } from "#components/people/user-list.tsx";
import { listUsers } from "#db/queries/people.ts";
import { database } from "../../_server/database.ts";
import { requirePage } from "../../_server/guard.tsx";
import { takeOutcome } from "../../_server/outcome.ts";
import { oneWord, type PageWords } from "../../_server/page-frame.ts";

export const metadata: Metadata = { title: "Users", robots: { index: false } };

/** `/desk/users`: who may write, for admins. */
export default async function UsersPage({ searchParams }: { searchParams: Promise<PageWords> }) {
  const { refusal } = await requirePage("administer");
  if (refusal) return refusal;
  const db = await database();
  const outcome = await takeOutcome(db, oneWord((await searchParams).told));
  const users = await listUsers(db, new Date().toISOString());
  return (
    <>
      <div className="page-head">
        <div>
          <p className="eyebrow">Desk</p>
          <h1>Users</h1>
          <p className="deck">
            Contributors propose; editors record, correct, check and review; admins also keep this list. A
            change holds from the user’s next request on, and the log of changes names who made it.
          </p>
        </div>
      </div>
      <FormNotice outcome={outcome} fields={["email"]} />
      <section className="section" aria-labelledby="users-all">
        <h2 id="users-all">{users.length === 1 ? "One user" : `${users.length} users`}</h2>
        <UserList
          users={users.map((user) => ({ ...user, usedAt: user.usedAt?.toISOString() ?? null }))}
          open={outcome?.typed?.which}
        />
      </section>
      <section className="section" aria-labelledby="users-add">
        <h2 id="users-add">Add somebody</h2>
        <AddUserForm outcome={outcome} />
      </section>
    </>
  );
}
