import { paths } from "#domain/paths.ts";
import { passwordLength } from "#domain/person.ts";
import { FormField } from "../form-field.tsx";
import { type FormOutcome, problemOf } from "../form-outcome.ts";
import { NewPasswordField } from "./new-password-field.tsx";

interface AccountFormProps {
  user: { name: string; email: string };
  outcome: FormOutcome | null;
}

/** A user's own name. */
import { DeedButton } from "./deed-button.tsx";

export function NameForm({ user, outcome }: AccountFormProps) {
  const problem = problemOf(outcome, "name");
  return (
    <form className="form" method="post" action={paths.account()}>
      <FormField
        label="Name"
        name="name"
        autoComplete="name"
        maxLength={80}
        required
        hint="Readers see it beside what you record. It need not be your own."
        defaultValue={problem === undefined ? user.name : outcome?.typed?.name}
        error={problem}
        autoFocus={problem !== undefined}
      />
      <div className="actions">
        <DeedButton deed="name" primary>
          Save the name
        </DeedButton>
      </div>
    </form>
  );
}

/** A new password, for who knows the old one. */
export function PasswordForm({ user, outcome }: AccountFormProps) {
  const problem = problemOf(outcome, "current");
  return (
    <form className="form" method="post" action={paths.account()}>
      {/* Tells a password manager whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
      <FormField
        label="Password of today"
        name="current"
        type="password"
        autoComplete="current-password"
        maxLength={passwordLength.most * 2}
        required
        error={problem}
        autoFocus={problem !== undefined}
      />
      <NewPasswordField error={problemOf(outcome, "password")} />
      <div className="actions">
        <DeedButton deed="password" primary>
          Change the password
        </DeedButton>
      </div>
    </form>
  );
}
