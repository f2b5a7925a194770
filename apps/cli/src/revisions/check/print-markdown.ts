import { counted } from '@portolan/base';
import {
  clipped,
  countsInWords,
  FINDINGS_HEAD,
  findingRows,
  fitted,
  markdownCode,
  markdownText,
  type Section,
} from '@portolan/checks/engine';
import {
  type CheckReport,
  type ComparedDocument,
  type Consumer,
  type PlacedChange,
  placeOf,
  summaryInWords,
  type Verdict,
  verdictInWords,
  verdictOf,
} from '@portolan/review';
import { ICONS } from '../icons.ts';

/** Texts of documents are cut there: one field must not fill a whole comment. */
const MOST = 600;

/**
 * For the comment of a pull request: the verdict in the first line, then who breaks and what to do instead, then what is
 * less urgent, folded. It always fits into a comment, and documents cannot write markup into it.
 */
export function printCheckMarkdown(report: CheckReport): string {
  const verdict = verdictOf(report);
  const placed = report.changes.documents.flatMap(document => document.changes.map(change => ({ change, document })));
  const open = placed.filter(({ change }) => !change.settled);
  const breaking = open.filter(({ change }) => change.verdict === 'breaking');
  const settled = placed.filter(({ change }) => change.settled);
  const others = open.filter(({ change }) => change.verdict !== 'breaking');
  return fitted(headOf(report, verdict), [
    brokenTable(verdict),
    { open: '', rows: breaking.map(({ change, document }) => breakingItem(change, document, verdict)), close: '' },
    findingsSection(report),
    folded(`${counted(settled.length, 'change')} settled`, '', settled.map(settledItem)),
    consumersSection(verdict),
    folded(othersInWords(others.map(({ change }) => change)), CHANGES_HEAD, others.map(otherRow)),
  ]);
}

function headOf(report: CheckReport, { says, fails, kind, versions }: Verdict): string {
  const icon = fails ? '❌' : kind === 'well' ? '✅' : '⚠️';
  const due = versions.slice(0, 3).map(text => ` ${prose(text)}`);
  const more = versions.length > 3 ? ` The same holds for ${counted(versions.length - 3, 'more document')}.` : '';
  const { findings, documents } = report.findings.summary;
  const counts = `${summaryInWords(report.changes.summary)}; ${countsInWords(findings)} in ${counted(documents, 'document')}`;
  return `${icon} **${says}**${due.join('')}${more}\n\nSince ${markdownCode(shortened(report.against))}: ${counts}.\n`;
}

function brokenTable({ broken }: Verdict): Section {
  return {
    open: '| Breaks | Owner | On what |\n| --- | --- | --- |\n',
    rows: broken.map(consumer => {
      const cells = [
        prose(consumer.name),
        consumer.owner === undefined ? '' : prose(consumer.owner),
        rejected(consumer),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    close: '',
  };
}

function rejected({ message, reason, witness }: Consumer): string {
  const shown =
    witness &&
    `${markdownCode(clipped(JSON.stringify(witness.encoded ?? witness.message), MOST))}<br>${prose(witness.problem)}`;
  return `${markdownCode(clipped(message, 200))}: ${shown ?? prose(reason ?? 'what is gone')}`;
}

function breakingItem(change: PlacedChange, document: ComparedDocument, { broken }: Verdict): string {
  const [witnessed] = change.differences.filter(({ witness }) => witness);
  const witness = witnessed?.witness;
  const shown =
    broken.length === 0 && witness
      ? `For example ${markdownCode(clipped(JSON.stringify(witness.encoded ?? witness.message), MOST))}: ${prose(witness.problem)}.`
      : '';
  const lines = [
    `- ${ICONS.breaking} ${prose(change.says)}`,
    shown,
    change.retirement ? prose(change.retirement.says) : '',
    `**Instead:** ${prose(change.help)}`,
    `${where(change, document)} · ${markdownCode(clipped(change.id, 300))}`,
  ];
  return lines.filter(line => line !== '').join('<br>');
}

function settledItem({ change, document }: { change: PlacedChange; document: ComparedDocument }): string {
  const lines = [
    `- ${ICONS[change.verdict]} ${prose(change.says)}`,
    prose(change.settled?.says ?? ''),
    ...(change.consumers ?? [])
      .filter(({ verdict }) => verdict === 'breaks')
      .map(consumer => `${prose(nameOf(consumer))} breaks.`),
    where(change, document),
  ];
  return lines.join('<br>');
}

function consumersSection({ consumers, broken }: Verdict): Section {
  const told = new Set(broken.map(({ service }) => service));
  const rest = consumers.filter(({ service }) => !told.has(service));
  const rows = rest.map(
    consumer =>
      `- ${prose(nameOf(consumer))}: ${markdownCode(clipped(consumer.message, 200))} ${prose(saidOf(consumer))}`,
  );
  const noun = rest.length === 1 ? 'consumer' : 'consumers';
  return folded(told.size > 0 ? `${rest.length} more ${noun}` : `${rest.length} ${noun} at the other end`, '', rows);
}

function saidOf({ verdict, reason, signedOff }: Consumer): string {
  if (verdict === 'reads') return 'still fits';
  if (signedOff) return `is signed off by ${signedOff.team} on ${signedOff.on}: ${signedOff.reason}`;
  if (verdict === 'breaks') return 'breaks, which is settled';
  return `is not checked: ${reason ?? 'it does not say what it reads'}`;
}

const CHANGES_HEAD = '| | Change | Where | What to do |\n| --- | --- | --- | --- |\n';

function othersInWords(changes: readonly PlacedChange[]): string {
  const kinds = (['not-checked', 'non-breaking', 'editorial'] as const).map(
    verdict => [verdict, changes.filter(change => change.verdict === verdict).length] as const,
  );
  const words = kinds.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdictInWords(verdict)}`);
  return `${words.join(', ')} ${changes.length === 1 ? 'change' : 'changes'}`;
}

function otherRow({ change, document }: { change: PlacedChange; document: ComparedDocument }): string {
  const { verdict, says, reason, help } = change;
  const told = [says, ...(reason === undefined ? [] : [reason])].map(prose).join('<br>');
  const todo = verdict === 'not-checked' ? prose(help) : '';
  return `| ${ICONS[verdict]} ${verdictInWords(verdict)} | ${told} | ${where(change, document)} | ${todo} |`;
}

/**
 * Open where they make the run fail. What is not an error is told of documents that changed: a comment is about a change,
 * and not about everything that could be better.
 */
function findingsSection({ findings, changes, failing }: CheckReport): Section {
  const changed = new Set(changes.documents.flatMap(({ after }) => (after ? [after.location] : [])));
  const told = findings.documents.map(({ location, settings, findings }) => {
    const whole = settings || changed.has(location);
    return { location, findings: whole ? findings : findings.filter(({ severity }) => severity === 'error') };
  });
  const rows = findingRows(told);
  if (failing.findings) return { open: FINDINGS_HEAD, rows, close: '' };
  return folded(counted(rows.length, 'finding'), FINDINGS_HEAD, rows);
}

/** @param summary words of ours: nothing in it is escaped */
function folded(summary: string, head: string, rows: readonly string[]): Section {
  return { open: `<details><summary>${summary}</summary>\n\n${head}`, rows, close: '\n</details>\n' };
}

function where(change: PlacedChange, document: ComparedDocument): string {
  const [spot, side] = change.after ? [change.after, document.after] : [change.before, document.before];
  return spot ? markdownCode(clipped(placeOf(spot, side).replace(/:\d+$/, ''), 300)) : '';
}

function nameOf({ name, owner }: Consumer): string {
  return owner === undefined ? name : `${name} (${owner})`;
}

/** The whole name of a commit is more than anybody reads. */
function shortened(revision: string): string {
  return /^[0-9a-f]{40,}$/.test(revision) ? revision.slice(0, 12) : clipped(revision, 100);
}

function prose(text: string): string {
  return markdownText(clipped(text, MOST));
}
