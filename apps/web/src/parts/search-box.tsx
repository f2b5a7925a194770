import type { SearchHit } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { searchQuery } from '../api/queries.ts';
import { HIT_HEADINGS } from '../words/kind.ts';
import { type Place, placeOfHit } from '../words/place.ts';
import { Icon, type IconName } from './icon.tsx';
import './search-box.css';

/** Something the box can do besides finding: go to a page, switch the theme. */
export interface Command {
  readonly name: string;
  readonly icon: IconName;
  readonly place?: Place;
  readonly run?: () => void;
}

interface Option {
  readonly heading: string;
  readonly icon: IconName;
  readonly name: string;
  readonly context: string;
  readonly choose: () => void;
}

interface Props {
  /** True in the palette, where the results are always in view. */
  inline?: boolean;
  commands?: readonly Command[];
  placeholder?: string;
  autoFocus?: boolean;
  /** Called after something was chosen. */
  onDone?: () => void;
}

const MOST_HITS = 24;

/** Finds things while one types. Arrow keys choose, Enter goes there, Escape ends it. */
export function SearchBox({ inline = false, commands = [], placeholder, autoFocus = false, onDone }: Props) {
  const navigate = useNavigate();
  const base = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState(inline);
  const asked = words.trim();
  const { data, isFetching } = useQuery(searchQuery(asked, MOST_HITS));

  const go = (place: Place) => {
    setShown(inline);
    setWords('');
    onDone?.();
    void navigate(place as Parameters<typeof navigate>[0]);
  };
  const hits = asked === '' ? [] : grouped(data?.items ?? []);
  const options: Option[] = [
    ...hits.map(hit => ({
      heading: HIT_HEADINGS[hit.kind],
      icon: hit.kind,
      name: hit.name,
      context: hit.context,
      choose: () => go(placeOfHit(hit)),
    })),
    ...commands
      .filter(command => command.name.toLowerCase().includes(asked.toLowerCase()))
      .map(command => ({
        heading: 'Go to',
        icon: command.icon,
        name: command.name,
        context: '',
        choose: () => {
          if (command.place) return go(command.place);
          command.run?.();
          onDone?.();
        },
      })),
  ];
  if (asked !== '') {
    const all = { to: '/search', search: { q: asked } };
    options.push({
      heading: '',
      icon: 'search',
      name: `All results for “${asked}”`,
      context: '',
      choose: () => go(all),
    });
  }
  const current = Math.min(active, options.length - 1);
  const visible = shown && (inline || asked !== '');

  useEffect(() => {
    if (visible) document.getElementById(`${base}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [base, current, visible]);

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setShown(true);
      setActive((current + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      options[current]?.choose();
    } else if (event.key === 'Escape' && !inline) setShown(false);
  };

  return (
    <div className={inline ? 'search-box search-box-inline' : 'search-box'}>
      <div className="search-field">
        <Icon name="search" size={inline ? 16 : 18} />
        <input
          type="text"
          role="combobox"
          aria-label="Search the chart"
          aria-expanded={visible}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={visible && options.length > 0 ? `${base}-${current}` : undefined}
          placeholder={placeholder ?? 'Search'}
          // biome-ignore lint/a11y/noAutofocus: it is the only thing in the palette, opened to type into
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={event => {
            setWords(event.target.value);
            setActive(0);
            setShown(true);
          }}
          onFocus={() => setShown(true)}
          onBlur={() => setShown(inline)}
          onKeyDown={press}
        />
        {inline ? <kbd>esc</kbd> : <kbd>/</kbd>}
      </div>
      <span className="unseen" role="status">
        {asked !== '' && !isFetching && data ? `${hits.length} found` : ''}
      </span>
      {visible ? (
        <div role="listbox" id={`${base}-list`} aria-label="Results" className="search-results">
          {options.map((option, index) => (
            <OptionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two hits may be alike, and a row has no state of its own
              key={`${base}-${index}`}
              id={`${base}-${index}`}
              option={option}
              heading={option.heading !== options[index - 1]?.heading}
              active={index === current}
              onPoint={() => setActive(index)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

interface RowProps {
  id: string;
  option: Option;
  /** True for the first of its group, which carries the group's heading. */
  heading: boolean;
  active: boolean;
  onPoint: () => void;
}

function OptionRow({ id, option, heading, active, onPoint }: RowProps) {
  return (
    <>
      {heading && option.heading !== '' ? (
        <div className="search-heading" role="presentation">
          {option.heading}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the combobox, which keeps the focus */}
      <div
        id={id}
        role="option"
        aria-selected={active}
        className="search-option"
        onMouseMove={onPoint}
        onMouseDown={event => event.preventDefault()}
        onClick={option.choose}
      >
        <Icon name={option.icon} />
        <span className="search-name">{option.name}</span>
        <span className="search-context">{option.context}</span>
      </div>
    </>
  );
}

/** Hits of one kind stand together; the kind with the best hit comes first. */
export function grouped(hits: readonly SearchHit[]): SearchHit[] {
  const kinds = [...new Set(hits.map(hit => hit.kind))];
  return kinds.flatMap(kind => hits.filter(hit => hit.kind === kind));
}
