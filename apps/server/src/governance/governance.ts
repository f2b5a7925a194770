import { compareText, type Severity } from '@portolan/base';
import { withoutSecrets } from '@portolan/checks';
import type { Catalog, Reviews } from '@portolan/control';
import type { CheckRecord } from '@portolan/stores/port';
import type { Governance, GovernedCode, GovernedTeam } from '../port.ts';
import { keptAnswers } from '../reviews/kept.ts';
import type { Known } from '../views/known.ts';
import { type Changed, changedSince } from './changed-since.ts';
import { dayOf, waiversOf } from './waivers.ts';
import { weeksBetween } from './weeks.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** Rows of a table, checks that are read, and sign-offs that are listed. */
const MOST_ROWS = 20;
const MOST_CHECKS = 2_000;
const CHECKS_AT_ONCE = 500;
const MOST_SIGN_OFFS = 50;

/** The log since a day is looked through once for each state of the catalog. */
const looked = keptAnswers<Awaited<ReturnType<typeof changedSince>>>(8);

/** What changed in the last days and what was decided about it. */
export async function governance(
  catalog: Catalog,
  known: Known,
  days: number,
  reviews: Reviews | undefined,
  now = new Date(),
): Promise<Governance> {
  const since = dayOf(new Date(now.getTime() - days * DAY));
  const key = `${known.snapshot.digest} ${since}`;
  const { changed, cuts } = await looked(key, () => changedSince(catalog, known, since));
  const checks = await checksSince(reviews, since);
  const decisions = (await reviews?.decisions()) ?? [];
  const recent = decisions.filter(({ kind, at }) => kind === 'sign-off' && at >= since);
  return withoutSecrets({
    since,
    days,
    weeks: weeksBetween(since, now, changed, checks),
    codes: codesOf(changed),
    teams: teamsOf(known, changed),
    findings: findingsNow(known),
    waivers: waiversOf(known, decisions, now),
    signOffs: recent.slice(0, MOST_SIGN_OFFS),
    cuts: [
      ...cuts,
      ...(checks.length >= MOST_CHECKS ? [`Only the newest ${MOST_CHECKS} checks were counted.`] : []),
      ...(recent.length > MOST_SIGN_OFFS ? [`Only the newest ${MOST_SIGN_OFFS} sign-offs are listed.`] : []),
    ],
  });
}

async function checksSince(reviews: Reviews | undefined, since: string): Promise<readonly CheckRecord[]> {
  const checks: CheckRecord[] = [];
  while (reviews && checks.length < MOST_CHECKS) {
    const before = checks.at(-1)?.sequence;
    const page = await reviews.checks({ limit: CHECKS_AT_ONCE, since, ...(before !== undefined && { before }) });
    checks.push(...page);
    if (page.length < CHECKS_AT_ONCE) break;
  }
  return checks;
}

/** Codes of what broke somebody or could not be checked. */
function codesOf(changed: readonly Changed[]): GovernedCode[] {
  const grave = changed.flatMap(({ document, lines }) =>
    lines
      .filter(({ verdict }) => verdict === 'breaking' || verdict === 'not-checked')
      .map(line => ({ document, line })),
  );
  const codes = [...Map.groupBy(grave, ({ line }) => line.code)].map(([code, all]) => ({
    code,
    breaking: all.filter(({ line }) => line.verdict === 'breaking').length,
    notChecked: all.filter(({ line }) => line.verdict === 'not-checked').length,
    documents: new Set(all.map(({ document }) => document)).size,
  }));
  const total = ({ breaking, notChecked }: GovernedCode) => breaking + notChecked;
  return codes.sort((a, b) => total(b) - total(a) || compareText(a.code, b.code)).slice(0, MOST_ROWS);
}

function teamsOf(known: Known, changed: readonly Changed[]): GovernedTeam[] {
  const ownerOf = ({ document }: Changed) => known.serviceOfDocument.get(document)?.owner;
  const teams = [...Map.groupBy(changed, ownerOf)].map(([team, all]): GovernedTeam => {
    const name = team === undefined ? undefined : known.teams.get(team)?.name;
    return {
      ...(team !== undefined && { team }),
      ...(name !== undefined && { name }),
      revisions: all.length,
      breaking: all.filter(({ verdict }) => verdict === 'breaking').length,
    };
  });
  const order = (a: GovernedTeam, b: GovernedTeam) =>
    b.breaking - a.breaking || b.revisions - a.revisions || compareText(a.name ?? '', b.name ?? '');
  return teams.sort(order).slice(0, MOST_ROWS);
}

function findingsNow(known: Known): Governance['findings'] {
  const counts = new Map<string, { code: string; severity: Severity; count: number }>();
  for (const id of known.snapshot.documents.keys()) {
    for (const { code, severity } of known.findingsOf(id)) {
      const key = `${code} ${severity}`;
      const row = counts.get(key) ?? { code, severity, count: 0 };
      counts.set(key, { ...row, count: row.count + 1 });
    }
  }
  const rows = [...counts.values()].sort((a, b) => b.count - a.count || compareText(a.code, b.code));
  return rows.slice(0, MOST_ROWS);
}
