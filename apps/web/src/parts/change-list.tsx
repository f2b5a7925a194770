import type { ChangeEntry } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { count } from '../words/count.ts';
import { Badge } from './badge.tsx';
import { Inline } from './prose.tsx';
import { Owner, ThingLink } from './thing-link.tsx';
import { When } from './when.tsx';
import './change-list.css';

interface Props {
  entries: readonly ChangeEntry[];
  /** Sentences of one entry that are shown before the rest is counted. */
  most?: number;
}

/** What happened to documents, newest first: when, to which, and what changed in one sentence each. */
export function ChangeList({ entries, most = 20 }: Props) {
  return (
    <ol className="changes">
      {entries.map(entry => (
        <li key={entry.sequence} className="change">
          <Head entry={entry} />
          <Lines entry={entry} most={most} />
        </li>
      ))}
    </ol>
  );
}

const VERDICTS = {
  breaking: <Badge tone="error">breaking</Badge>,
  'not-checked': <Badge tone="warning">not checked</Badge>,
  'non-breaking': <Badge>breaks nothing</Badge>,
  editorial: <Badge>wording</Badge>,
} as const;

function Head({ entry }: { entry: ChangeEntry }) {
  const { document, title, kind, verdict, owner, ownerName, at, digest } = entry;
  return (
    <p className="change-head">
      {kind === 'removed' ? (
        <span className="strong">{title}</span>
      ) : (
        <ThingLink kind="document" id={document} className="quiet-link strong">
          {title}
        </ThingLink>
      )}
      {kind === 'changed' ? null : <Badge tone={kind === 'removed' ? 'warning' : 'sand'}>{kind}</Badge>}
      {verdict ? VERDICTS[verdict] : null}
      {owner === undefined ? null : (
        <span className="soft">
          <Owner id={owner} name={ownerName} />
        </span>
      )}
      <span className="faint change-when">
        {digest === undefined ? (
          <When at={at} />
        ) : (
          <Link to="/documents/$id/changes/$digest" params={{ id: document, digest }} className="quiet-link">
            <When at={at} />
          </Link>
        )}
      </span>
    </p>
  );
}

function Lines({ entry: { kind, changes, more }, most }: { entry: ChangeEntry; most: number }) {
  if (kind !== 'changed') return null;
  if (changes.length === 0) return <p className="faint">Nothing that it says is different.</p>;
  const shown = changes.slice(0, most);
  const hidden = changes.length - shown.length + more;
  return (
    <>
      <ul className="change-lines">
        {shown.map(({ says, verdict }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be alike, and these are only ever replaced
          <li key={`${says} ${index}`} className={`break change-${verdict}`}>
            {verdict === 'breaking' ? <span className="unseen">Breaking: </span> : null}
            <Inline text={says} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="faint">and {count(hidden, 'more', 'more')}</p> : null}
    </>
  );
}
