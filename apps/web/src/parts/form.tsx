import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { problemOf } from './problem-view.tsx';
import { Inline } from './prose.tsx';
import './form.css';

interface FormProps {
  /** What the form is for, for those who cannot see it. */
  label: string;
  onSend: () => void;
  /** What the button says. */
  button: string;
  isSending: boolean;
  error: Error | null;
  /** Beside the button. */
  end?: ReactNode;
  children: ReactNode;
}

/** A form with one button; what the server refuses is said above the button, and read out. */
export function Form({ label, onSend, button, isSending, error, end, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) onSend();
  };
  return (
    <form className="form" aria-label={label} onSubmit={submit}>
      {children}
      {error ? <FormProblem error={error} /> : null}
      <p className="form-ends">
        <button type="submit" className="button button-main" disabled={isSending}>
          {button}
        </button>
        {end}
      </p>
    </form>
  );
}

/** What went wrong, and what to do about it. */
export function FormProblem({ error }: { error: Error }) {
  const { detail, title, help } = problemOf(error);
  return (
    <div className="form-problem" role="alert">
      <p className="strong">
        <Inline text={detail || title} />
      </p>
      {help ? (
        <p>
          <Inline text={help} />
        </p>
      ) : null}
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Below the field. */
  says?: ReactNode;
  autoComplete?: string;
  required?: boolean;
  type?: 'text' | 'number';
}

/** A line of text with its name above. */
export function Field({
  label,
  value,
  onChange,
  says,
  autoComplete = 'off',
  required = false,
  type = 'text',
}: FieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required={required}
        aria-describedby={says ? `${id}-says` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      {says ? (
        <p id={`${id}-says`} className="form-says">
          {says}
        </p>
      ) : null}
    </div>
  );
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ label, value, onChange, says, autoComplete, required = true }: FieldProps) {
  const id = useId();
  const [isShown, show] = useState(false);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <div className="form-password">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required={required}
          aria-describedby={says ? `${id}-says` : undefined}
          onChange={event => onChange(event.target.value)}
        />
        <button type="button" className="button" aria-pressed={isShown} onClick={() => show(!isShown)}>
          Show<span className="unseen"> the {label.toLowerCase()}</span>
        </button>
      </div>
      {says ? (
        <p id={`${id}-says`} className="form-says">
          {says}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  says?: string;
  /** With a name it is one of several, of which one is chosen. */
  group?: string;
}

/** A box to tick, or one of several choices. */
export function Choice({ label, checked, onChange, says, group }: ChoiceProps) {
  const id = useId();
  return (
    <div className="form-choice">
      <input
        id={id}
        type={group ? 'radio' : 'checkbox'}
        {...(group && { name: group })}
        checked={checked}
        aria-describedby={says ? `${id}-says` : undefined}
        onChange={event => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {says ? (
        <span id={`${id}-says`} className="form-says">
          {says}
        </span>
      ) : null}
    </div>
  );
}
