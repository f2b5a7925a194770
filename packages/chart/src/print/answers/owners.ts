import { counted } from '@portolan/base';
import type { Chart } from '../../model.ts';
import type { Subject } from '../../questions/find.ts';
import { type Holding, holdings } from '../../questions/holdings.ts';
import { chartDrawing } from '../chart-drawing.ts';
import type { Drawing } from '../drawing.ts';
import { type Branch, block } from '../tree.ts';
import type { Answer } from './answer.ts';

/** Name and version of the JSON. */
export const OWNERS_SHAPE = 'owners/1';

/** What may be asked for: a team, or something that a team may own. */
export type Owned = Subject<'team' | 'service' | 'channel' | 'message'>;

/** Who owns what: every team, or the one that was named, or the one that owns what was named. */
export function ownersAnswer(chart: Chart, subject?: Owned) {
  const all = holdings(chart);
  const wanted = subject === undefined ? undefined : subject.kind === 'team' ? subject.node.id : subject.node.owner;
  const shown = subject === undefined ? all : wanted === undefined ? [] : all.filter(({ team }) => team?.id === wanted);
  const facts = {
    ...(subject && { subject: { kind: subject.kind, id: subject.node.id, name: subject.node.name } }),
    owners: shown.map(({ team, services, channels, messages }) => ({
      ...(team && { team }),
      services: services.map(named),
      channels: channels.map(({ id, name, address }) => ({ id, name: address ?? name })),
      messages: messages.map(named),
    })),
  };

  function text(): string {
    if (subject && subject.kind !== 'team') return `${ownerInWords(subject, shown[0])}\n`;
    if (shown.length === 0) return 'No document names an owner.\n';
    return `${shown.map(holding => holdingBlock(holding, subject !== undefined)).join('\n\n')}\n`;
  }

  function drawing(): Drawing {
    const ids = new Set(shown.flatMap(({ services }) => services.map(({ id }) => id)));
    const links = chart.links.filter(({ service }) => ids.has(service));
    const used = new Set(links.map(({ channel }) => channel));
    const services = chart.services.filter(({ id }) => ids.has(id));
    const channels = chart.channels.filter(({ id }) => used.has(id));
    return { ...chartDrawing({ ...chart, services, channels, links }), name: 'owners' };
  }

  return { shape: OWNERS_SHAPE, facts, text, drawing } satisfies Answer;
}

function ownerInWords({ kind, node }: Owned, holding: Holding | undefined): string {
  const what = `${kind} ${kind === 'channel' ? (node.address ?? node.name) : node.name}`;
  if (!holding?.team) return `Nobody is named as the owner of the ${what}.`;
  const { name, email, url } = holding.team;
  const ways = [email, url].filter(way => way !== undefined);
  return `${name} owns the ${what}${ways.length > 0 ? ` (${ways.join(', ')})` : ''}.`;
}

/** A team with its services; with channels and messages too when it alone was asked for. */
function holdingBlock({ team, services, channels, messages }: Holding, whole: boolean): string {
  const counts = [
    counted(services.length, 'service'),
    counted(channels.length, 'channel'),
    counted(messages.length, 'message'),
  ];
  const name = team ? [team.name, ...(team.email === undefined ? [] : [`<${team.email}>`])].join(' ') : 'Nobody';
  const branches: Branch[] = whole
    ? [
        group(
          'services',
          services.map(node => node.name),
        ),
        group(
          'channels',
          channels.map(node => node.address ?? node.name),
        ),
        group(
          'messages',
          messages.map(node => node.name),
        ),
      ].flat()
    : services.map(node => ({ text: node.name }));
  return block(`${name}: ${counts.join(', ')}`, branches);
}

function group(heading: string, names: readonly string[]): Branch[] {
  return names.length === 0 ? [] : [{ text: heading, branches: names.map(text => ({ text })) }];
}

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}
