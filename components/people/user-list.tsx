import { paths } from "#domain/paths.ts";
import { type UserRole, userRoles } from "#domain/permission.ts";
import { Moment } from "../moment.tsx";

import { DeedButton } from "./deed-button.tsx";

export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: UserRole;
  disabled: boolean;
  /** False until an invitation is accepted. */
  hasPassword: boolean;
  /** When a session was used last; null for none that lasts. */
  usedAt: string | null;
  /** How many API tokens are good. */
  tokens: number;
}

interface UserListProps {
  users: readonly ListedUser[];
  /** Whose forms are open, because they were sent last. */
  open: string | undefined;
}

/** Everybody who may write, each with what an admin may change. */
export const UserList = ({ users, open }: UserListProps) => (
  <ul className="holdings">
    {users.map((user) => (
      <li key={user.id} id={user.id}>
        <div>
          <h3>
            <bdi>{user.name}</bdi>
          </h3>
          <p>{user.email}</p>
        </div>
        <Standing user={user} />
        <details open={user.id === open}>
          <summary>
            Change <span className="vh">{user.name}</span>
          </summary>
          <UserForm user={user} />
        </details>
      </li>
    ))}
  </ul>
);

function Standing({ user: { role, disabled, hasPassword, usedAt, tokens } }: { user: ListedUser }) {
  return (
    <div>
      <p>
        {role}
        {disabled ? ", no access" : ""}
      </p>
      <p className="note">
        {hasPassword ? null : "Has not chosen a password yet. "}
        {usedAt ? (
          <>
            Signed in, last seen <Moment at={usedAt} />
          </>
        ) : (
          "Not signed in"
        )}
        {tokens > 0 ? `, ${tokens} API ${tokens === 1 ? "token" : "tokens"}` : ""}
      </p>
    </div>
  );
}

function UserForm({ user: { id, role, disabled, tokens } }: { user: ListedUser }) {
  return (
    <form method="post" action={paths.users()}>
      <input type="hidden" name="which" value={id} />
      <div className="field">
        <label htmlFor={`role-${id}`}>Role</label>
        <select className="select" id={`role-${id}`} name="role" defaultValue={role}>
          {userRoles.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <DeedButton deed="role">Save the role</DeedButton>
      {disabled ? (
        <DeedButton deed="enable">Give access back</DeedButton>
      ) : (
        <>
          <DeedButton deed="link">New link</DeedButton>
          <DeedButton deed="disable">Take access away</DeedButton>
        </>
      )}
      {tokens > 0 ? <DeedButton deed="revoke">Revoke API tokens</DeedButton> : null}
    </form>
  );
}
