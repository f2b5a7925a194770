import type { CriterionView, ScoreView } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { count } from '../words/count.ts';
import { Inline } from './prose.tsx';
import './lost-points.css';

interface Props {
  /** Of the document. */
  id: string;
  score: ScoreView;
  /** How many files the document has: with one, nobody needs its name. */
  files: number;
}

/** Every lost point and how to earn it, folded away until somebody asks. */
export function LostPoints({ id, score, files }: Props) {
  const lacking = score.criteria.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return <p className="faint">No point is missing.</p>;
  return (
    <details className="lost-points">
      <summary>Why {score.points} and not 100</summary>
      <ul className="lost-list">
        {lacking.map(criterion => (
          <Lost key={criterion.id} id={id} criterion={criterion} files={files} />
        ))}
      </ul>
    </details>
  );
}

/** Places that are listed for one criterion; more of the same teach nothing new. */
const SHOWN = 5;

function Lost({ id, criterion, files }: { id: string; criterion: CriterionView; files: number }) {
  const { says, earned, of, missing } = criterion;
  return (
    <li className="lost">
      <p className="lost-head">
        <span className="lost-worth number">−{of - earned}</span>
        <span>
          <Inline text={says} />
        </span>
      </p>
      <ul className="lost-places">
        {missing.slice(0, SHOWN).map(({ what, file, line }) => (
          <li key={`${file} ${line} ${what}`} className="break">
            <Inline text={what} />{' '}
            {line === undefined ? null : (
              <Link
                to="/documents/$id"
                params={{ id }}
                search={files > 1 ? { file } : {}}
                hash={`L${line}`}
                hashScrollIntoView={false}
                className="link mono lost-line"
              >
                {files > 1 ? `${file}, ` : ''}line {line}
              </Link>
            )}
          </li>
        ))}
        {missing.length > SHOWN ? <li className="faint">and {count(missing.length - SHOWN, 'more', 'more')}</li> : null}
      </ul>
    </li>
  );
}
