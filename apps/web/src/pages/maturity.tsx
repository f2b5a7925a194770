import type { Maturity, MaturityMark } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { maturityQuery } from '../api/queries.ts';
import { Badge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { MARK_NAMES, RUNGS, Share, sentOn } from '../parts/maturity.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Inline } from '../parts/prose.tsx';
import { ScoreBadge } from '../parts/score-badge.tsx';
import { Empty } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';

/** How far every team has come, and what each can do next. */
export function MaturityPage() {
  return (
    <Loaded query={useQuery(maturityQuery)}>
      {({ items }) => (
        <>
          <PageHead title="Maturity" icon="ladder">
            <p className="soft">
              How teams publish, and whether what they publish is documented, owned, versioned and tested.
            </p>
          </PageHead>
          {items.length === 0 ? (
            <Empty>No document describes a service yet.</Empty>
          ) : (
            <Table caption="Teams" columns={COLUMNS} rows={inOrder(items)} keyOf={item => item.team} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** Those that have come furthest first; what nobody owns stays last. */
function inOrder(items: readonly Maturity[]): Maturity[] {
  return items.toSorted((a, b) => Number(a.team === '') - Number(b.team === '') || b.points - a.points);
}

const COLUMNS: readonly Column<Maturity>[] = [
  {
    head: 'Team',
    cell: item =>
      item.team === '' ? (
        <span className="strong">{item.name}</span>
      ) : (
        <ThingLink kind="team" id={item.team} className="row-link maturity-team">
          {item.name}
        </ThingLink>
      ),
  },
  {
    head: 'Over',
    short: true,
    cell: item =>
      sentOn(item) === 0 ? <span className="faint">Sends nothing</span> : <Badge>{RUNGS[item.rung].name}</Badge>,
  },
  ...(['documented', 'owned', 'versioned', 'tested'] as const).map(mark => ({
    head: MARK_NAMES[mark],
    wide: true,
    short: true,
    cell: (item: Maturity) => {
      const found = markOf(item, mark);
      return found ? <Share mark={found} /> : null;
    },
  })),
  { head: 'Points', short: true, cell: item => <ScoreBadge points={item.points} /> },
  { head: 'Next', wide: true, cell: item => <Next item={item} /> },
];

function markOf(item: Maturity, mark: MaturityMark['mark']): MaturityMark | undefined {
  return item.marks.find(each => each.mark === mark);
}

/** The first thing that is not done; for a team that has done everything, the next rung. */
function Next({ item }: { item: Maturity }) {
  if (item.team === '') return <Inline text="Write `x-owner` into the documents." />;
  const next =
    item.marks.find(mark => mark.next !== undefined)?.next ?? (sentOn(item) === 0 ? undefined : RUNGS[item.rung].next);
  return next === undefined ? <span className="faint">Nothing</span> : <Inline text={next} />;
}
