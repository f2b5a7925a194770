import type {
  DecisionView,
  Governance,
  GovernedCode,
  GovernedTeam,
  GovernedWaiver,
  GovernedWeek,
} from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { governanceQuery } from '../api/reviews.ts';
import { Badge, SeverityBadge } from '../parts/badge.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Section } from '../parts/section.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Owner } from '../parts/thing-link.tsx';
import { WeekChart, type WeekPart } from '../parts/week-chart.tsx';
import { When } from '../parts/when.tsx';

const SPANS = ['30', '90', '365'] as const;

/** For whoever looks after the rules: what changed, what it broke, which rules it met, what was decided. */
export function GovernancePage() {
  const { days = '90' } = useSearch({ from: '/governance' });
  return (
    <>
      <PageHead title="Governance" icon="check">
        <p className="soft">What changed in the last days, what it did to others, and what was decided about it.</p>
        <p className="page-actions">
          {SPANS.map(span => (
            <Link
              key={span}
              to="/governance"
              search={{ days: span }}
              className="button span-choice"
              aria-current={span === days ? 'true' : undefined}
            >
              {span} days
            </Link>
          ))}
        </p>
      </PageHead>
      <Loaded query={useQuery(governanceQuery(days))}>{told => <Content told={told} />}</Loaded>
    </>
  );
}

function Content({ told }: { told: Governance }) {
  const { since, weeks, codes, teams, findings, waivers, signOffs, cuts } = told;
  return (
    <>
      {cuts.map(cut => (
        <p key={cut} className="soft" role="note">
          {cut}
        </p>
      ))}
      <Section title={`Week by week since ${since}`}>
        <div className="weeks-pair">
          <WeekChart title="Revisions" weeks={weeks.map(week => ({ start: week.start, parts: revisionParts(week) }))} />
          <WeekChart title="Checks" weeks={weeks.map(week => ({ start: week.start, parts: checkParts(week) }))} />
        </div>
      </Section>
      <Section title="What broke most often" total={codes.length}>
        {codes.length === 0 ? (
          <Empty>Nothing broke, and nothing was left unchecked.</Empty>
        ) : (
          <Table caption="Codes of changes" columns={CODES} rows={codes} keyOf={({ code }) => code} stacks />
        )}
      </Section>
      <Section title="Teams" total={teams.length}>
        {teams.length === 0 ? (
          <Empty>No document changed.</Empty>
        ) : (
          <Table caption="Teams" columns={TEAMS} rows={teams} keyOf={({ team }) => team ?? ''} stacks />
        )}
      </Section>
      <Section title="Waivers" total={waivers.length}>
        {waivers.length === 0 ? (
          <Empty>There is no waiver, neither here nor in the settings of a repository.</Empty>
        ) : (
          <Table
            caption="Waivers"
            columns={WAIVERS}
            rows={waivers}
            keyOf={({ document, changes, until, from, state }) => [document, changes, until, from, state].join(' ')}
            stacks
          />
        )}
      </Section>
      <Section title="Sign-offs" total={signOffs.length}>
        {signOffs.length === 0 ? (
          <Empty>Nobody signed a change off here.</Empty>
        ) : (
          <Table caption="Sign-offs" columns={SIGN_OFFS} rows={signOffs} keyOf={({ id }) => id} stacks />
        )}
      </Section>
      <Section title="Rules that documents break now" total={findings.length}>
        {findings.length === 0 ? (
          <Empty>No document has a finding.</Empty>
        ) : (
          <Table
            caption="Rules"
            columns={FINDINGS}
            rows={findings}
            keyOf={({ code, severity }) => `${code} ${severity}`}
          />
        )}
      </Section>
    </>
  );
}

function revisionParts({ revisions }: GovernedWeek): readonly WeekPart[] {
  return [
    { name: 'breaking', tone: 'error', count: revisions.breaking },
    { name: 'not checked', tone: 'warning', count: revisions['not-checked'] },
    { name: 'breaks nothing', tone: 'good', count: revisions['non-breaking'] },
    { name: 'wording', tone: 'plain', count: revisions.editorial },
  ];
}

function checkParts({ checks }: GovernedWeek): readonly WeekPart[] {
  return [
    { name: 'breaking', tone: 'error', count: checks.breaking },
    { name: 'findings or version', tone: 'warning', count: checks.findings + checks.version },
    { name: 'well or settled', tone: 'good', count: checks.well + checks.settled },
    { name: 'not checked', tone: 'plain', count: checks['not-checked'] },
  ];
}

const CODES: readonly Column<GovernedCode>[] = [
  { head: 'Code', cell: ({ code }) => <span className="mono break">{code}</span> },
  { head: 'Breaking', number: true, cell: ({ breaking }) => breaking },
  { head: 'Not checked', number: true, cell: ({ notChecked }) => notChecked },
  { head: 'Documents', number: true, cell: ({ documents }) => documents },
];

const TEAMS: readonly Column<GovernedTeam>[] = [
  { head: 'Team', cell: ({ team, name }) => <Owner id={team} name={name} /> },
  { head: 'Revisions', number: true, cell: ({ revisions }) => revisions },
  { head: 'Breaking', number: true, cell: ({ breaking }) => breaking },
];

const STATES = {
  expired: <Badge tone="error">expired</Badge>,
  expiring: <Badge tone="warning">expiring</Badge>,
  open: <Badge>open</Badge>,
  'taken-back': <Badge tone="sand">taken back</Badge>,
} as const;

const WAIVERS: readonly Column<GovernedWaiver>[] = [
  { head: 'State', cell: ({ state }) => STATES[state] },
  { head: 'Until', cell: ({ until }) => until },
  {
    head: 'Change',
    cell: ({ changes, reason }) => (
      <div className="break">
        <span className="mono">{changes.join(', ')}</span>
        <div className="faint">{reason}</div>
      </div>
    ),
  },
  { head: 'By', cell: ({ owner }) => owner },
  {
    head: 'Stands',
    cell: ({ from, document }) => (
      <span className="break">
        {from === 'here' ? `here, for ${document}` : `in portolan.yaml, beside ${document}`}
      </span>
    ),
  },
];

const SIGN_OFFS: readonly Column<DecisionView>[] = [
  { head: 'Service', cell: ({ service }) => service },
  {
    head: 'Change',
    cell: ({ change, reason }) => (
      <div className="break">
        <span className="mono">{change}</span>
        <div className="faint">{reason}</div>
      </div>
    ),
  },
  { head: 'By', cell: ({ by }) => by.name },
  { head: 'When', cell: ({ at, revoked }) => (revoked ? <Badge tone="sand">taken back</Badge> : <When at={at} />) },
];

const FINDINGS: readonly Column<Governance['findings'][number]>[] = [
  {
    head: 'Rule',
    cell: ({ code }) => (
      <Link to="/findings" search={{ code }} className="row-link mono break">
        {code}
      </Link>
    ),
  },
  { head: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { head: 'Findings', number: true, cell: ({ count }) => count },
];
