import type { Suggestion } from '@portolan/server/port';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { number } from '../words/count.ts';

interface Props {
  query: string;
  /** What may be typed next, for the query as it is in the address. */
  suggestions: readonly Suggestion[];
  onChange: (query: string) => void;
}

/** A pause in the typing after which it is searched, in milliseconds. */
const PAUSE_MS = 120;

/** The field of the search page. Arrow keys choose a suggestion and Enter takes it; all others only search. */
export function QueryField({ query, suggestions, onChange }: Props) {
  const base = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const sent = useRef(query);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    if (query === sent.current) return;
    sent.current = query;
    setText(query);
  }, [query]);

  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      change.current(text.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  // Suggestions are for what was searched: while more is being typed, those for less would be wrong.
  const fitting = open && text === query ? suggestions : [];
  const take = (suggestion: Suggestion) => {
    const isWhole = suggestion.count !== undefined;
    setText(isWhole ? `${suggestion.query} ` : suggestion.query);
    setActive(-1);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && fitting.length > 0) {
      event.preventDefault();
      const places = fitting.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter') {
      const chosen = fitting[active];
      if (chosen) take(chosen);
      else setOpen(false);
    }
  };
  return (
    <div className="query">
      <div className="query-field">
        <Icon name="search" size={18} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search everything"
          aria-expanded={fitting.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${base}-${active}` : undefined}
          placeholder="Words, or owner:payments field:email"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
      </div>
      {fitting.length > 0 ? (
        <div role="listbox" id={`${base}-list`} aria-label="Suggestions" className="query-suggestions">
          {fitting.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the combobox, which keeps the focus
            <div
              key={suggestion.part}
              id={`${base}-${index}`}
              role="option"
              aria-selected={index === active}
              className="query-suggestion"
              onMouseMove={() => setActive(index)}
              onMouseDown={event => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <code>{suggestion.part}</code>
              <span className="faint">{suggestion.name}</span>
              {suggestion.count === undefined ? null : <span className="number faint">{number(suggestion.count)}</span>}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
