import { passwordLength } from "#domain/person.ts";
import { FormField } from "../form-field.tsx";

/** A password to be chosen. Pasting and password managers are welcome; nothing but the length is asked for. */
export function NewPasswordField({ error }: { error: string | undefined }) {
  return (
    <FormField
      label="New password"
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={passwordLength.least}
      maxLength={passwordLength.most * 2}
      required
      hint={`At least ${passwordLength.least} characters. Several words make a good one.`}
      error={error}
      autoFocus={error !== undefined}
    />
  );
}
