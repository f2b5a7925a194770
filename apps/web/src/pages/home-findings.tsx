import { SEVERITIES } from '@portolan/base';
import type { FindingCounts } from '@portolan/server/port';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { findingsQuery } from '../api/queries.ts';
import { severityWord } from '../parts/badge.tsx';
import { Icon } from '../parts/icon.tsx';
import { Inline } from '../parts/prose.tsx';
import { number } from '../words/count.ts';

/** Findings that are named; the rest is counted. */
const MOST_NAMED = 3;

/** How many findings there are of each severity, each leading to those, and the first of the worst. */
export function FindingSummary({ counts }: { counts: FindingCounts }) {
  const worst = SEVERITIES.find(severity => counts[severity] > 0);
  const { data } = useInfiniteQuery({ ...findingsQuery({ severity: worst }), enabled: worst !== undefined });
  if (worst === undefined) return <p className="soft">Nothing found: every document says what it should.</p>;
  const named = data?.pages[0]?.items.slice(0, MOST_NAMED) ?? [];
  return (
    <>
      <ul className="finding-summary">
        {SEVERITIES.map(severity => (
          <li key={severity}>
            <Link
              to="/findings"
              search={{ severity }}
              className={`finding-tile badge-${counts[severity] > 0 ? severity : 'none'}`}
            >
              <Icon name={severity} />
              <span className="finding-tile-number number">{number(counts[severity])}</span>
              {severityWord(severity)}
              {counts[severity] === 1 ? '' : 's'}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="rows">
        {named.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be alike, and these are only ever replaced
          <li key={`${finding.document} ${finding.code} ${index}`} className="home-finding">
            <p>
              <Inline text={finding.message} />
            </p>
            <Link
              to="/documents/$id"
              params={{ id: finding.document }}
              search={{ file: finding.origin.source }}
              hash={finding.range ? `L${finding.range.start.line}` : ''}
              className="faint quiet-link"
            >
              {finding.title}
              {finding.range ? `, line ${finding.range.start.line}` : ''}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
