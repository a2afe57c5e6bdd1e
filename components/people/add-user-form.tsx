import { paths } from "#domain/paths.ts";
import { userRoles } from "#domain/permission.ts";
import { FormField } from "../form-field.tsx";
import { type FormOutcome, problemOf } from "../form-outcome.ts";

/** Adds somebody; they choose their name and password by the link that is shown then. */
import { DeedButton } from "./deed-button.tsx";

export function AddUserForm({ outcome }: { outcome: FormOutcome | null }) {
  const problem = problemOf(outcome, "email");
  return (
    <form className="form" method="post" action={paths.users()}>
      <FormField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        hint="They sign in with it. Nothing is sent there: you hand them the link yourself."
        defaultValue={problem === undefined ? undefined : outcome?.typed?.email}
        error={problem}
        autoFocus={problem !== undefined}
      />
      <div className="field">
        <label htmlFor="role">Role</label>
        <select className="select" id="role" name="role" defaultValue="editor">
          {userRoles.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      </div>
      <div className="actions">
        <DeedButton deed="add" primary>
          Add
        </DeedButton>
      </div>
    </form>
  );
}
