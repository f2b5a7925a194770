import type { Facet } from '@portolan/server/port';
import { Icon } from '../parts/icon.tsx';
import { number } from '../words/count.ts';
import { HIT_HEADINGS } from '../words/kind.ts';
import { asksFor, type Chip, narrowed, withoutPart } from './edit-query.ts';

interface ChipsProps {
  chips: readonly Chip[];
  query: string;
  onChange: (query: string) => void;
}

/** The filters in force; each can be taken away. */
export function Chips({ chips, query, onChange }: ChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters in force">
      {chips.map(({ typed, filter, value, not }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a filter may stand twice, and a chip has no state of its own
        <li key={`${typed} ${index}`} className={not ? 'filter-chip filter-chip-not' : 'filter-chip'}>
          <span className="faint">{not ? `not ${filter}` : filter}</span> {value}
          <button type="button" onClick={() => onChange(withoutPart(query, typed))}>
            <Icon name="close" size={12} />
            <span className="unseen">
              Without {filter} {value}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const HEADS: Readonly<Record<Facet['filter'], string>> = {
  kind: 'Kind',
  owner: 'Owner',
  domain: 'Domain',
  protocol: 'Protocol',
  tag: 'Tag',
};

/** Values shown of each filter. */
const MOST = 8;

interface FacetsProps {
  facets: readonly Facet[];
  query: string;
  onChange: (query: string) => void;
}

/** What the things found can be narrowed by, with how many each would leave. */
export function Facets({ facets, query, onChange }: FacetsProps) {
  const telling = facets.filter(({ values }) => values.length > 1);
  if (telling.length === 0) return null;
  return (
    <div className="facets">
      {telling.map(({ filter, values }) => (
        <section key={filter} aria-label={HEADS[filter]}>
          <h2>{HEADS[filter]}</h2>
          <ul>
            {values.slice(0, MOST).map(({ value, name, count }) => (
              <li key={value}>
                <button
                  type="button"
                  className="facet"
                  disabled={asksFor(query, filter, value)}
                  onClick={() => onChange(narrowed(query, filter, value))}
                >
                  <span className="break">{filter === 'kind' ? headingOf(value) : (name ?? value)}</span>
                  <span className="number faint">{number(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function headingOf(kind: string): string {
  return HIT_HEADINGS[kind as keyof typeof HIT_HEADINGS] ?? kind;
}
