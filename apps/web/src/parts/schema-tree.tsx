import { type Branch, fieldPath, insideOf } from '@portolan/generate/words';
import type { Shape } from '@portolan/schema';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { count } from '../words/count.ts';
import { Icon } from './icon.tsx';
import { Prose } from './prose.tsx';
import { Readers, type ReadersByField } from './readers.tsx';
import { Limits, Typed } from './shape-words.tsx';
import { Tabs } from './tabs.tsx';
import './schema-tree.css';

interface Props {
  shape: Shape;
  /** Names of the services that read a field, by the field's path. */
  readers?: ReadersByField;
  /** Id of the message that the schema is the payload of: then each field leads to its own page. */
  message?: string;
}

interface Seen {
  readonly message: string | undefined;
  readonly readers: ReadersByField;
  /** The reader whose fields stand out, when one is chosen. */
  readonly chosen: string | undefined;
  /** Levels that are open from the start. */
  readonly open: number;
}

const NO_READERS: ReadersByField = new Map();
const OPEN_AT_FIRST = 2;
const OPEN_ALL = 99;

/** A schema as a tree that can be read without knowing the language it is written in. */
export function SchemaTree({ shape, readers = NO_READERS, message }: Props) {
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState(OPEN_AT_FIRST);
  const names = [...new Set([...readers.values()].flat())].sort();
  const seen: Seen = { message, readers, chosen, open };
  return (
    <div className="schema" data-chosen={chosen !== undefined}>
      <div className="schema-head">
        <span className="schema-root">
          <Typed shape={shape} />
        </span>
        {names.length > 0 ? (
          <span className="schema-readers">
            <span className="faint">Read by</span>
            {names.map(name => (
              <button
                key={name}
                type="button"
                className="reader reader-choice"
                aria-pressed={name === chosen}
                onClick={() => setChosen(name === chosen ? undefined : name)}
              >
                {name}
              </button>
            ))}
          </span>
        ) : null}
        <button
          type="button"
          className="link schema-open"
          onClick={() => setOpen(open === OPEN_ALL ? OPEN_AT_FIRST : OPEN_ALL)}
        >
          {open === OPEN_ALL ? 'Collapse' : 'Expand all'}
        </button>
      </div>
      <Prose text={shape.description} />
      <Limits shape={shape} />
      <Inner key={open} shape={shape} path="" depth={0} seen={seen} />
    </div>
  );
}

/** Members and alternatives of a shape. */
function Inner({ shape, path, depth, seen }: { shape: Shape; path: string; depth: number; seen: Seen }): ReactNode {
  const inside = insideOf(shape, path);
  const labels = variantLabels(inside.variants);
  return (
    <>
      {inside.branches.length > 0 ? (
        <ul className="schema-list">
          {inside.branches.map(branch => (
            <Row key={branch.path} branch={branch} depth={depth} seen={seen} />
          ))}
        </ul>
      ) : null}
      {inside.variants.length > 0 ? (
        <div className="schema-variants">
          <p className="faint">{variantsInWords(shape, inside.variants.length)}</p>
          <Tabs
            small
            label="Alternatives"
            tabs={inside.variants.map((variant, index) => ({
              id: String(index),
              label: labels[index],
              panel: () => (
                <>
                  <Typed shape={variant} />
                  <Prose text={variant.description} />
                  <Limits shape={variant} />
                  <Inner shape={variant} path={inside.path} depth={depth + 1} seen={seen} />
                </>
              ),
            }))}
          />
        </div>
      ) : null}
    </>
  );
}

/** What the alternatives are called; those of one name are numbered. */
function variantLabels(variants: readonly Shape[]): string[] {
  const names = variants.map(variant => variant.name ?? variant.title ?? variant.type);
  return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} ${index + 1}`));
}

function variantsInWords(shape: Shape, total: number): string {
  const words = count(total, 'alternative');
  if (shape.type === 'anyOf') return `Any of ${words}`;
  return `One of ${words}`;
}

function Row({ branch, depth, seen }: { branch: Branch; depth: number; seen: Seen }) {
  const { shape, path } = branch;
  const [open, setOpen] = useState(depth < seen.open);
  const inside = insideOf(shape, path);
  const size = inside.branches.length || inside.variants.length;
  const opens = size > 0;
  const readers = seen.readers.get(fieldPath(shape, path)) ?? [];
  const isRead = seen.chosen === undefined ? readers.length > 0 : readers.includes(seen.chosen);
  const name = (
    <span className="schema-name mono">
      <span className={shape.deprecated ? 'schema-deprecated' : undefined}>{branch.name}</span>
    </span>
  );
  return (
    <li className="schema-row" data-read={isRead} data-leaf={!opens}>
      <div className="schema-line">
        {opens ? (
          <button type="button" className="schema-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span className="schema-chevron">
              <Icon name="chevron" size={12} />
            </span>
            {name}
          </button>
        ) : (
          name
        )}
        <Typed shape={shape} of={branch.name} />
        {branch.required ? <span className="schema-required">required</span> : null}
        <Readers names={readers} chosen={seen.chosen} />
        {seen.message === undefined ? null : (
          <Link
            to="/messages/$id/fields/$field"
            params={{ id: seen.message, field: fieldPath(shape, path) }}
            className="schema-follow quiet-link"
          >
            follow<span className="unseen"> {branch.name}</span>
          </Link>
        )}
      </div>
      <div className="schema-words">
        <Prose text={shape.description ?? (shape.title === shape.name ? undefined : shape.title)} />
        <Limits shape={shape} />
      </div>
      {opens && open ? <Inner shape={shape} path={path} depth={depth + 1} seen={seen} /> : null}
      {opens && !open ? <p className="schema-closed faint">{count(size, 'part')} inside</p> : null}
    </li>
  );
}
