import { compareText } from '@portolan/base';
import { aimAt, type Chart, type ChartedDocument, definitionsIn, facing, impact, type Link } from '@portolan/chart';
import { CHANGED, chartAround, endAt, isOfChanged, messagesIn } from '@portolan/review/consumers';
import type { Evolved, FieldChange } from '@portolan/rewrite';
import { renamed } from '@portolan/rewrite';
import type { GatherOptions } from '../documents/gather.ts';
import { neighboursAt } from '../revisions/consumers.ts';
import type { Home } from './home.ts';

/** What one service at the other end has to do. */
export interface Task {
  readonly name: string;
  readonly owner?: string;
  /** In the order in which it is done. */
  readonly steps: readonly string[];
}

interface Draft {
  readonly made: Evolved;
  readonly changes: readonly FieldChange[];
  /** Where the documents of the others are. */
  readonly paths: readonly string[];
  readonly options: GatherOptions;
}

/**
 * What everybody at the other end of a message has to do to go over to its new version, by what their own documents say.
 *
 * Faults: those of `gather`.
 */
export async function tasksFor({ document, read, message }: Home, draft: Draft): Promise<Task[]> {
  if (draft.paths.length === 0) return [];
  const { documents: others, evidence } = await neighboursAt(draft.paths, draft.options, { own: document.location });
  const chart = chartAround(read.contract, others, evidence);
  const documents = [...others, { id: CHANGED, source: 'changed', path: 'document', contract: read.contract }];
  const tasks = new Map<string, Task>();
  for (const link of chart.links) {
    if (!isOfChanged(link) || !messagesIn(chart, link, CHANGED).includes(message)) continue;
    for (const other of facing(chart, link)) {
      const end = endAt(chart, other, message);
      if (!end || tasks.has(end.service)) continue;
      const { name, owner } = end;
      const steps = link.action === 'send' ? readerSteps(chart, documents, link, other, draft) : writerSteps(draft);
      tasks.set(end.service, { name, ...(owner !== undefined && { owner }), steps });
    }
  }
  return [...tasks.values()].sort((a, b) => compareText(a.name, b.name));
}

function readerSteps(
  chart: Chart,
  documents: readonly ChartedDocument[],
  link: Link,
  { service }: Link,
  { made, changes }: Draft,
): string[] {
  const steps = changes.flatMap(change => {
    if (change.kind === 'add' || change.kind === 'require') return [];
    const aimed = aimAt(chart, definitionsIn(chart, documents), `message:${link.message}`, change.field);
    if (aimed.aimed !== 'at') return [];
    const { affected } = impact(chart, documents, { ...aimed, change: { kind: 'remove' } });
    const verdict = affected.find(row => row.service === service)?.verdict;
    if (verdict === 'breaks') return [`${insteadOf(change)}.`];
    return verdict === 'unknown'
      ? [`Find out whether it reads \`${change.field}\`; if so, ${lowered(insteadOf(change))}.`]
      : [];
  });
  const whole = `Receive \`${made.name}\`${placeOf(made)}, beside \`${made.mapping.from}\` as long as both come`;
  const untouched = steps.length === 0 && changes.length > 0 ? '; it reads nothing that is different' : '';
  return [...steps, `${whole}${untouched}.`];
}

function writerSteps({ made, changes }: Draft): string[] {
  const steps = changes.map(change => {
    if (change.kind === 'add' || change.kind === 'require') return `Fill in \`${change.field}\`.`;
    if (change.kind === 'remove') return `Leave \`${change.field}\` out.`;
    return change.kind === 'rename'
      ? `Write \`${renamed(change)}\` instead of \`${change.field}\`.`
      : `Write \`${change.field}\` as ${change.to}.`;
  });
  return [...steps, `Send \`${made.name}\`${placeOf(made)} instead of \`${made.mapping.from}\`.`];
}

function insteadOf(change: Exclude<FieldChange, { kind: 'add' | 'require' }>): string {
  if (change.kind === 'remove') return `Do without \`${change.field}\``;
  return change.kind === 'rename'
    ? `Read \`${renamed(change)}\` instead of \`${change.field}\``
    : `Read \`${change.field}\` as ${change.to}`;
}

function placeOf({ addresses }: Evolved): string {
  return addresses.length === 0 ? '' : ` on ${addresses.map(address => `\`${address}\``).join(', ')}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
