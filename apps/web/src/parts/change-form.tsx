import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { messageQuery } from '../api/queries.ts';
import { type FieldOf, fieldPaths, valuesOf } from '../words/field-paths.ts';
import { CHANGES, messageOf, type Question, TYPES } from '../words/question.ts';
import { ThingLink } from './thing-link.tsx';
import './change-form.css';

interface Props {
  of: string;
  question: Question;
  onAsk: (question: Question) => void;
}

/** What is changed, and how. Every choice is asked at once, so there is no button to press. */
export function ChangeForm({ of, question, onAsk }: Props) {
  const message = messageOf(of);
  const { data } = useQuery({ ...messageQuery(message ?? ''), enabled: message !== undefined });
  const shape = data?.definitions.find(({ payload }) => payload)?.payload?.shape;
  const fields = shape ? fieldPaths(shape) : [];
  const field = fields.find(({ path }) => path === question.field);
  const { change = 'remove' } = question;
  const base = { of, ...(question.field !== undefined && { field: question.field }) };
  const offered = CHANGES.filter(({ whole }) => whole || question.field !== undefined);
  return (
    <div className="change-form card">
      <p className="change-row">
        <span className="change-label">Of</span>
        {message === undefined ? (
          <span className="mono strong">{of}</span>
        ) : (
          <ThingLink kind="message" id={message} className="link strong">
            {data?.message.name ?? message}
          </ThingLink>
        )}
        <Link to="/impact" search={{}} className="faint quiet-link">
          Choose another
        </Link>
      </p>
      <FieldChoice
        fields={fields}
        value={question.field}
        onChoose={path =>
          onAsk(
            path === undefined
              ? { of, ...(change === 'rename' && { change }) }
              : { of, field: path, change, ...(question.to !== undefined && { to: question.to }) },
          )
        }
      />
      <fieldset className="change-row">
        <legend className="change-label">Do</legend>
        <span className="change-choices">
          {offered.map(({ word, says }) => (
            <label key={word} className="change-choice" data-chosen={word === change}>
              <input
                type="radio"
                name="change"
                className="unseen"
                checked={word === change}
                onChange={() => onAsk({ ...base, change: word })}
              />
              {says}
            </label>
          ))}
        </span>
      </fieldset>
      {change === 'rename' ? (
        <TextRow label="New name" value={question.to} onText={to => onAsk({ ...base, change, to })} />
      ) : null}
      {change === 'retype' ? (
        <label className="change-row">
          <span className="change-label">New type</span>
          <select value={question.to ?? ''} onChange={event => onAsk({ ...base, change, to: event.target.value })}>
            <option value="">Choose a type</option>
            {TYPES.map(type => (
              <option key={type}>{type}</option>
            ))}
          </select>
        </label>
      ) : null}
      {change === 'narrow' ? (
        <Values field={field} value={question.values} onValues={values => onAsk({ ...base, change, values })} />
      ) : null}
    </div>
  );
}

interface FieldProps {
  fields: readonly FieldOf[];
  value: string | undefined;
  onChoose: (path: string | undefined) => void;
}

function FieldChoice({ fields, value, onChoose }: FieldProps) {
  if (fields.length === 0 && value === undefined) return null;
  const unknown = value !== undefined && !fields.some(({ path }) => path === value);
  return (
    <label className="change-row">
      <span className="change-label">Field</span>
      <select
        className="mono"
        value={value ?? ''}
        onChange={event => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">The whole of it</option>
        {unknown ? <option value={value}>{value}</option> : null}
        {fields.map(({ path }) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </select>
    </label>
  );
}

const TYPING_PAUSE_MS = 250;

/** Text waits for a pause in the typing before it is asked. */
function TextRow(props: { label: string; value: string | undefined; onText: (text: string) => void }) {
  const { label, value = '', onText } = props;
  const [text, setText] = useState(value);
  const tell = useRef(onText);
  tell.current = onText;
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => tell.current(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <label className="change-row">
      <span className="change-label">{label}</span>
      <input type="text" className="mono" value={text} onChange={event => setText(event.target.value)} />
    </label>
  );
}

interface ValuesProps {
  field: FieldOf | undefined;
  value: string | undefined;
  onValues: (values: string) => void;
}

/** The values that remain: boxes where the schema lists them, else words parted by commas. */
function Values({ field, value, onValues }: ValuesProps) {
  const id = useId();
  const known = field ? valuesOf(field.shape) : [];
  if (known.length === 0) return <TextRow label="What remains" value={value} onText={onValues} />;
  const remaining = value === undefined ? known : value.split(',').filter(each => each !== '');
  return (
    <fieldset className="change-row" aria-describedby={id}>
      <legend className="change-label">What remains</legend>
      <span className="change-choices">
        {known.map(each => (
          <label key={each} className="change-value mono">
            <input
              type="checkbox"
              checked={remaining.includes(each)}
              onChange={event =>
                onValues(
                  known.filter(other => (other === each ? event.target.checked : remaining.includes(other))).join(','),
                )
              }
            />
            {each}
          </label>
        ))}
      </span>
      <span id={id} className="faint change-hint">
        Clear a value to take it away.
      </span>
    </fieldset>
  );
}
