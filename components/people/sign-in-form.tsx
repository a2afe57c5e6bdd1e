import { paths } from "#domain/paths.ts";
import { passwordLength } from "#domain/person.ts";
import { waitInWords } from "#domain/sign-in-limit.ts";
import { FormField } from "../form-field.tsx";
import { Icon } from "../icon.tsx";

/** Why a sign-in was refused. */
export const signInProblems = ["email", "wrong", "too-many", "elsewhere"] as const;
export type SignInProblem = (typeof signInProblems)[number];

interface SignInFormProps {
  /** Where to go afterwards. */
  next: string | null;
  /** What was typed before. */
  email: string;
  problem: SignInProblem | null;
  /** Seconds until another attempt, with `too-many`. */
  wait: number;
}

const sentences: Record<SignInProblem, (wait: number) => string> = {
  email: () => "That is not an e-mail address.",
  wrong: () => "The e-mail address or the password is not right. Check both and try again.",
  "too-many": (wait) => `Too many attempts. Try again in ${waitInWords(wait)}.`,
  elsewhere: () => "This form was sent from another site. Sign in here.",
};

/** A plain form, so that it works without script and every password manager fills it in. */
export function SignInForm({ next, email, problem, wait }: SignInFormProps) {
  const sentence = problem ? sentences[problem](wait) : undefined;
  const isOfField = problem === "email" || problem === "wrong";
  return (
    <>
      {sentence && !isOfField ? (
        <div className="notice error" role="alert">
          <Icon name="warning" />
          <p>{sentence}</p>
        </div>
      ) : null}
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
          defaultValue={email}
          error={problem === "email" ? sentence : undefined}
          autoFocus={problem === "email"}
        />
        <FormField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={passwordLength.most * 2}
          required
          error={problem === "wrong" ? sentence : undefined}
          autoFocus={problem === "wrong"}
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
