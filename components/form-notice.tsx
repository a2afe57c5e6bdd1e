import { CopyButton } from "./agreement/copy-button.tsx";
import type { FormOutcome } from "./form-outcome.ts";
import { Icon } from "./icon.tsx";

interface FormNoticeProps {
  outcome: FormOutcome | null;
  /** The fields that tell their own problems. */
  fields: readonly string[];
}

/** Above the forms: what was done, or why not where no field tells it, and the secret that is shown once. */
export function FormNotice({ outcome, fields }: FormNoticeProps) {
  const { done, problem, secret } = outcome ?? {};
  return (
    <>
      {problem && !fields.includes(problem.path ?? "") ? (
        <div className="notice error" role="alert">
          <Icon name="warning" />
          <p>{problem.message}</p>
        </div>
      ) : null}
      {done ? (
        <div className="notice" role="status">
          <Icon name="check" />
          <div>
            <p>{done}</p>
            {secret ? <Secret {...secret} /> : null}
          </div>
        </div>
      ) : null}
    </>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  return (
    <div className="secret">
      <label htmlFor="secret">{label}</label>
      <div className="actions">
        <input className="input" id="secret" readOnly value={value} />
        <CopyButton text={value} label="Copy" />
      </div>
    </div>
  );
}
