import type { ComponentProps } from "react";

interface FormFieldProps extends ComponentProps<"input"> {
  label: string;
  name: string;
  /** What is good to know before typing. */
  hint?: string | undefined;
  /** What is wrong with what was typed. */
  error?: string | undefined;
}

/** An input with its label; hint and error are read together with it. The first field with an error has the focus. */
export function FormField({ label, name, hint, error, autoFocus, ...input }: FormFieldProps) {
  const told = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        className="input"
        id={name}
        name={name}
        aria-describedby={told || undefined}
        aria-invalid={error ? true : undefined}
        // biome-ignore lint/a11y/noAutofocus: whoever sent a form that was refused goes on where it is wrong.
        autoFocus={autoFocus}
        {...input}
      />
      {error ? (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
