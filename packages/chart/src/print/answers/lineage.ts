import { channelInWords, index } from '../../lookup.ts';
import type { Chart, ChartedDocument } from '../../model.ts';
import { type Carried, type FieldAt, lineage } from '../../questions/lineage.ts';
import { type Drawing, nodeKey } from '../drawing.ts';
import { type Branch, block } from '../tree.ts';
import type { Answer } from './answer.ts';
import { doubtInWords } from './names.ts';
import { serviceNode } from './parties.ts';

/** Name and version of the JSON. */
export const LINEAGE_SHAPE = 'lineage/1';

/** Where a field may come from and go on to. */
export function lineageAnswer(chart: Chart, documents: readonly ChartedDocument[], start: FieldAt) {
  const { comesFrom, goesTo } = lineage(chart, documents, start);
  const called = ({ message, field }: FieldAt) => `${index(chart).messages.get(message)?.name ?? message}.${field}`;
  const told = (all: readonly Carried[]) =>
    all.map(each => ({ ...each, from: at(each.from), to: { ...at(each.to), channel: each.to.channel } }));
  const at = ({ message, field }: FieldAt) => ({
    message,
    messageName: called({ message, field: '' }).slice(0, -1),
    field,
  });
  const facts = { start: at(start), comesFrom: told(comesFrom), goesTo: told(goesTo) };

  function text(): string {
    const note = 'Documents do not say what services do inside: this goes by the names of fields.';
    const blocks = [
      comesFrom.length > 0
        ? block(`${called(start)} may come from`, branches(comesFrom, 'back', start))
        : `${called(start)} comes from nowhere else, as far as names tell.`,
      goesTo.length > 0
        ? block(`${called(start)} may go on to`, branches(goesTo, 'on', start))
        : `${called(start)} goes on to nowhere else, as far as names tell.`,
      ...(comesFrom.length + goesTo.length > 0 ? [note] : []),
    ];
    return `${blocks.join('\n\n')}\n`;
  }

  function branches(all: readonly Carried[], way: 'on' | 'back', from: FieldAt): Branch[] {
    const steps = all.filter(each => same(way === 'on' ? each.from : each.to, from));
    return steps.map(each => {
      const next = way === 'on' ? each.to : each.from;
      const how = each.same === 'path' ? 'the same path' : 'the same words';
      const place = way === 'on' ? ` on ${channelInWords(chart, each.to.channel)}` : '';
      return {
        text: `${called(next)}${place} through ${each.serviceName}: ${how}${doubtInWords(each.confidence)}`,
        branches: branches(all, way, next),
      };
    });
  }

  function drawing(): Drawing {
    const all = [...comesFrom, ...goesTo];
    const fields = new Map([start, ...all.flatMap(({ from, to }) => [from, to])].map(each => [called(each), each]));
    const services = [...new Set(all.map(({ service }) => service))];
    return {
      name: 'lineage',
      nodes: [
        ...[...fields.keys()].map(name => ({
          kind: 'channel' as const,
          id: name,
          label: name,
          ...(name === called(start) && { tone: 'subject' as const }),
        })),
        ...services.map(id => serviceNode(chart, id)),
      ],
      edges: all.flatMap(({ service, from, to, confidence }) => [
        {
          from: nodeKey('channel', called(from)),
          to: nodeKey('service', service),
          label: '',
          uncertain: confidence === 'uncertain',
        },
        {
          from: nodeKey('service', service),
          to: nodeKey('channel', called(to)),
          label: '',
          uncertain: confidence === 'uncertain',
        },
      ]),
    };
  }

  return { shape: LINEAGE_SHAPE, facts, text, drawing } satisfies Answer;
}

function same(a: FieldAt, b: FieldAt): boolean {
  return a.message === b.message && a.field === b.field;
}
