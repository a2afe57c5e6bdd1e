import { paths } from "#domain/paths.ts";
import { passwordLength } from "#domain/person.ts";
import { FormField } from "../form-field.tsx";
import { FormNotice } from "../form-notice.tsx";
import { type FormOutcome, problemOf } from "../form-outcome.ts";

interface SignInFormProps {
  /** Where to go afterwards. */
  next: string | null;
  outcome: FormOutcome | null;
}

/** A plain form, so that it works without script and every password manager fills it in. */
export function SignInForm({ next, outcome }: SignInFormProps) {
  const emailProblem = problemOf(outcome, "email");
  const passwordProblem = problemOf(outcome, "password");
  return (
    <>
      <FormNotice outcome={outcome} fields={["email", "password"]} />
      <form className="form" method="post" action={paths.signIn()}>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <FormField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          defaultValue={outcome?.typed?.email}
          error={emailProblem}
          autoFocus={emailProblem !== undefined}
        />
        <FormField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={passwordLength.most * 2}
          required
          error={passwordProblem}
          autoFocus={passwordProblem !== undefined}
        />
        <div className="actions">
          <button className="btn primary" type="submit">
            Sign in
          </button>
        </div>
      </form>
    </>
  );
}
