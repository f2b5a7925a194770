import type { ChangeView } from '@portolan/server/port';
import { count } from '../words/count.ts';
import { Badge } from './badge.tsx';
import { WaiverForm } from './decide.tsx';
import { Inline } from './prose.tsx';
import { Empty } from './section.tsx';

const VERDICTS = {
  breaking: ['error', 'breaking'],
  'not-checked': ['warning', 'not checked'],
  'non-breaking': ['plain', 'breaks nothing'],
  editorial: ['plain', 'wording'],
} as const;

/** Differences of one change that are told before the rest is counted. */
const MOST_TOLD = 8;

interface Props {
  document: string;
  changes: readonly ChangeView[];
  /** How many more there are than are listed. */
  more?: number;
}

/** Every edit of a document, the gravest first: what it is, why it breaks somebody, what to do, what was decided. */
export function ReviewChanges({ document, changes, more = 0 }: Props) {
  if (changes.length === 0) return <Empty>Nothing that it says is different.</Empty>;
  return (
    <>
      <ul className="impact-rows">
        {changes.map(change => (
          <li key={change.id} className="impact-row" data-verdict={change.settled ? 'settled' : change.verdict}>
            <Change document={document} change={change} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="faint">and {count(more, 'more change')}, which are not shown</p> : null}
    </>
  );
}

function Change({ document, change }: { document: string; change: ChangeView }) {
  const { id, code, verdict, says, help, reason, before, after, differences, retirement, settled } = change;
  const [tone, word] = VERDICTS[verdict];
  const grave = verdict === 'breaking' || verdict === 'not-checked';
  const told = grave ? differences.filter(({ breaks }) => breaks !== 'no') : [];
  const sentences = [...new Set(told.map(difference => difference.says))];
  const spot = after ?? before;
  return (
    <div className="review-row">
      <p className="impact-name">
        <Badge tone={tone}>{word}</Badge>
        {settled ? <Badge tone="sand">settled</Badge> : null}
        <span className="faint mono">{code}</span>
        {spot ? (
          <span className="faint mono break">
            {spot.origin.source}
            {spot.range ? `:${spot.range.start.line}` : ''}
            {after ? '' : ' (before)'}
          </span>
        ) : null}
      </p>
      <p className="break">
        <Inline text={says} />
      </p>
      {sentences.length > 0 ? (
        <ul className="review-told">
          {sentences.slice(0, MOST_TOLD).map(sentence => (
            <li key={sentence} className="break">
              <Inline text={sentence} />
            </li>
          ))}
          {sentences.length > MOST_TOLD ? (
            <li className="faint">and {count(sentences.length - MOST_TOLD, 'more', 'more')}</li>
          ) : null}
        </ul>
      ) : null}
      {reason ? <p className="soft">Not checked: {reason}.</p> : null}
      {retirement && settled?.by !== 'sunset' ? <p>{retirement.says}</p> : null}
      {settled ? <p>{settled.says}</p> : null}
      {grave && !settled ? (
        <>
          <p className="soft">
            <Inline text={help} />
          </p>
          <WaiverForm document={document} change={id} />
        </>
      ) : null}
    </div>
  );
}
