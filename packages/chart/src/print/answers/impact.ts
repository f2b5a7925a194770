import type { Chart, ChartedDocument } from '../../model.ts';
import { type ImpactQuestion, impact } from '../../questions/impact/impact.ts';
import type { Affected, Change, Impact, Verdict } from '../../questions/impact/model.ts';
import { type Drawing, type DrawnNode, nodeKey, type Tone } from '../drawing.ts';
import { block, listed } from '../tree.ts';
import type { Answer } from './answer.ts';
import { doubtInWords, partyInWords } from './names.ts';

/** Name and version of the JSON. */
export const IMPACT_SHAPE = 'impact/1';

const HEADINGS: Readonly<Record<Verdict, string>> = {
  breaks: 'Breaks',
  unknown: 'Unknown',
  'does-not-break': 'Does not break',
};

const TONES: Readonly<Record<Verdict, Tone>> = { breaks: 'bad', unknown: 'unknown', 'does-not-break': 'good' };

/** Who breaks when something is changed, who does not, and of whom nobody knows. */
export function impactAnswer(chart: Chart, documents: readonly ChartedDocument[], question: ImpactQuestion) {
  const found = impact(chart, documents, question);
  const counts = countsOf(found.affected);
  const facts = { says: inWords(found), ...found, services: counts, owners: ownersToAsk(found.affected) };

  function text(): string {
    const blocks = [facts.says];
    for (const verdict of Object.keys(HEADINGS) as Verdict[]) {
      const rows = found.affected.filter(row => row.verdict === verdict);
      if (rows.length === 0) continue;
      blocks.push(
        block(
          HEADINGS[verdict],
          rows.map(row => ({ text: rowInWords(row, found) })),
        ),
      );
    }
    const { breaks, unknown } = facts.owners;
    const ask = [
      ...(breaks.length > 0 ? [`Agree with ${listed(breaks)} first.`] : []),
      ...(unknown.length > 0 ? [`Ask ${listed(unknown)}.`] : []),
    ];
    if (ask.length > 0) blocks.push(ask.join(' '));
    return `${blocks.join('\n\n')}\n`;
  }

  function drawing(): Drawing {
    const subject: DrawnNode = {
      kind: 'channel',
      id: found.subject.id,
      label: [found.subject.name, found.field].filter(Boolean).join('.'),
      tone: 'subject',
    };
    const hub = nodeKey('channel', subject.id);
    const nodes = new Map<string, DrawnNode>();
    for (const { service, serviceName } of found.senders)
      nodes.set(service, { kind: 'service', id: service, label: serviceName });
    for (const { service, serviceName, verdict } of found.affected) {
      const known = nodes.get(service);
      if (!known?.tone) nodes.set(service, { kind: 'service', id: service, label: serviceName, tone: TONES[verdict] });
    }
    const rows = [...new Map(found.affected.map(row => [row.service, row])).values()];
    return {
      name: 'impact',
      nodes: [subject, ...nodes.values()],
      edges: [
        ...found.senders.map(({ service, confidence }) => ({
          from: nodeKey('service', service),
          to: hub,
          label: '',
          uncertain: confidence === 'uncertain',
        })),
        ...rows.map(({ service, confidence }) => ({
          from: hub,
          to: nodeKey('service', service),
          label: '',
          uncertain: confidence === 'uncertain',
        })),
      ],
    };
  }

  return { shape: IMPACT_SHAPE, facts, text, drawing } satisfies Answer;
}

/** `Removing total from OrderPlaced breaks 1 of 3 services that receive it, and of 1 nobody knows.` */
function inWords({ subject, field, change, senders, affected }: Impact): string {
  const { breaks, unknown, all } = countsOf(affected);
  const who =
    senders.length > 0
      ? ` ${listed(senders.map(sender => `${partyInWords(sender)}${doubtInWords(sender.confidence)}`))} ${senders.length === 1 ? 'sends' : 'send'} it.`
      : ' Nobody sends it.';
  const deed = deedInWords(change, subject.name, field);
  if (all === 0) return `${deed} breaks nobody: no service receives it.${who}`;
  const what = subject.kind === 'channel' ? 'there' : 'it';
  if (all === 1) {
    const [does, open] = breaks ? ['breaks', ''] : unknown ? ['may break', ': nobody knows'] : ['does not break', ''];
    return `${deed} ${does} the only service that receives ${what}${open}.${who}`;
  }
  const open = unknown > 0 ? `, and of ${unknown} nobody knows` : '';
  return `${deed} breaks ${breaks === 0 ? 'none' : breaks} of ${all} services that receive ${what}${open}.${who}`;
}

function deedInWords(change: Change, name: string, field: string | undefined): string {
  const what = field === undefined ? name : `\`${field}\` of ${name}`;
  if (change.kind === 'remove') return field === undefined ? `Removing ${name}` : `Removing \`${field}\` from ${name}`;
  if (change.kind === 'rename') return `Renaming ${what} to \`${change.to}\``;
  if (change.kind === 'retype') return `Making ${what} ${/^[aeiou]/.test(change.to) ? 'an' : 'a'} ${change.to}`;
  if (change.kind === 'optional') return `Making ${what} optional`;
  return `Narrowing ${what} to ${listed(change.values)}`;
}

function rowInWords(
  { message, messageName, channelName, why, verdict, confidence, ...party }: Affected,
  found: Impact,
): string {
  const several = new Set(found.affected.map(row => `${row.message} ${row.channel}`)).size > 1;
  const where = several ? ` [${[messageName, `on ${channelName}`].filter(Boolean).join(' ')}]` : '';
  return `${partyInWords(party)} ${why}${where}${verdict === 'unknown' ? '' : doubtInWords(confidence)}`;
}

/** Services by the worst that becomes of them. */
function countsOf(affected: readonly Affected[]) {
  const worst = new Map<string, Verdict>();
  for (const { service, verdict } of affected) if (!worst.has(service)) worst.set(service, verdict);
  const count = (verdict: Verdict) => [...worst.values()].filter(each => each === verdict).length;
  return { breaks: count('breaks'), unknown: count('unknown'), doesNotBreak: count('does-not-break'), all: worst.size };
}

/** Names of the teams whose services break, and of the others of whose services nobody knows. */
function ownersToAsk(affected: readonly Affected[]) {
  const of = (verdict: Verdict) =>
    new Set(affected.flatMap(row => (row.verdict === verdict && row.ownerName !== undefined ? row.ownerName : [])));
  const breaks = of('breaks');
  return { breaks: [...breaks].sort(), unknown: [...of('unknown')].filter(name => !breaks.has(name)).sort() };
}
