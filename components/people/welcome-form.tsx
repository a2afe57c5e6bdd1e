import { paths } from "#domain/paths.ts";
import { FormField } from "../form-field.tsx";
import { FormNotice } from "../form-notice.tsx";
import { type FormOutcome, problemOf } from "../form-outcome.ts";
import { NewPasswordField } from "./new-password-field.tsx";

interface WelcomeFormProps {
  token: string;
  /** Whom an invitation is for; null: the first admin, who says so. */
  invited: { email: string; name: string } | null;
  outcome: FormOutcome | null;
}

/** The name and the password that somebody chooses who has come by a one-time link. */
export function WelcomeForm({ token, invited, outcome }: WelcomeFormProps) {
  const emailProblem = problemOf(outcome, "email");
  const nameProblem = problemOf(outcome, "name");
  return (
    <>
      <FormNotice outcome={outcome} fields={["email", "name", "password"]} />
      <form className="form" method="post" action={paths.welcome(token)}>
        <FormField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          readOnly={invited !== null}
          hint={invited ? undefined : "You sign in with it. Readers never see it, and nothing is sent there."}
          defaultValue={invited?.email ?? outcome?.typed?.email}
          error={emailProblem}
          autoFocus={emailProblem !== undefined}
        />
        <FormField
          label="Name"
          name="name"
          autoComplete="name"
          maxLength={80}
          required
          hint="Readers see it beside what you record. It need not be your own."
          defaultValue={outcome?.typed?.name ?? invited?.name}
          error={nameProblem}
          autoFocus={nameProblem !== undefined}
        />
        <NewPasswordField error={problemOf(outcome, "password")} />
        <div className="actions">
          <button className="btn primary" type="submit">
            Begin
          </button>
        </div>
      </form>
    </>
  );
}
