import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import './filter-bar.css';

/** Filters by name, as they stand in the address. */
export type Filters = Readonly<Record<string, string | undefined>>;

/** A filter with the values one can choose from. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  filters: Filters;
  choices: readonly Choice[];
  /** What the text filter looks at; without it there is none. */
  textLabel?: string;
  onChange: (filters: Filters) => void;
}

/** Filters above a list. They live in the address, so a filtered list can be sent to somebody. */
export function FilterBar({ filters, choices, textLabel, onChange }: Props) {
  const set = (name: string, value: string) => onChange({ ...filters, [name]: value || undefined });
  const offered = choices.filter(choice => choice.options.length > 1 || filters[choice.name] !== undefined);
  const active = Object.values(filters).some(value => value !== undefined);
  return (
    <search className="filter-bar">
      {textLabel ? <TextFilter label={textLabel} value={filters.q ?? ''} onChange={value => set('q', value)} /> : null}
      {offered.map(choice => (
        <label key={choice.name} className="filter">
          <span className="unseen">{choice.label}</span>
          <select
            value={filters[choice.name] ?? ''}
            data-active={filters[choice.name] !== undefined}
            onChange={event => set(choice.name, event.target.value)}
          >
            <option value="">{choice.label}</option>
            {choice.options.map(option => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {active ? (
        <button type="button" className="filter-clear link" onClick={() => onChange({})}>
          Clear
        </button>
      ) : null}
    </search>
  );
}

const TYPING_PAUSE_MS = 120;

/** Text waits for a short pause in the typing before the list is asked for. */
function TextFilter({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      change.current(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <label className="filter filter-text">
      <Icon name="search" size={14} />
      <span className="unseen">{label}</span>
      <input type="search" value={text} placeholder={label} onChange={event => setText(event.target.value)} />
    </label>
  );
}
