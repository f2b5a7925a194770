import { counted } from '@portolan/base';
import type { Chart, ServiceNode } from '../../model.ts';
import { partyOf } from '../../questions/impact/impact.ts';
import { type Step, wayBetween } from '../../questions/way.ts';
import { type Drawing, nodeKey } from '../drawing.ts';
import { type Branch, block } from '../tree.ts';
import type { Answer } from './answer.ts';
import { doubtInWords, goodsInWords, serviceInWords } from './names.ts';
import { serviceNode } from './parties.ts';

/** Name and version of the JSON. */
export const PATH_SHAPE = 'path/1';

/** How messages get from one service to another. */
export function pathAnswer(chart: Chart, from: ServiceNode, to: ServiceNode) {
  const way = wayBetween(chart, from.id, to.id);
  const steps = way?.steps ?? [];
  const says = saidOf();
  const facts = {
    says,
    from: partyOf(chart, from.id),
    to: partyOf(chart, to.id),
    connected: way !== undefined,
    ...(way && { direction: way.direction, uncertain: way.uncertain }),
    steps: steps.map(step => ({ ...step, fromName: nameOf(step.from), toName: nameOf(step.to) })),
  };

  function saidOf(): string {
    if (!way) return `Nothing connects ${from.name} and ${to.name}.`;
    if (steps.length === 0) return `${from.name} is one service.`;
    const doubt = way.uncertain ? ' Only uncertain links connect them.' : '';
    const count = counted(steps.length, 'step');
    if (way.direction === 'forward') return `Messages of ${from.name} reach ${to.name} in ${count}.${doubt}`;
    if (way.direction === 'backward')
      return `Nothing flows from ${from.name} to ${to.name}, but the other way in ${count}.${doubt}`;
    return `Nothing flows between ${from.name} and ${to.name}; they are connected over others in ${count}.${doubt}`;
  }

  function text(): string {
    if (steps.length === 0) return `${says}\n`;
    return `${says}\n\n${block(serviceInWords(chart, from.id), branchFrom(0))}\n`;
  }

  /** Each step hangs on the one before. */
  function branchFrom(at: number): Branch[] {
    const step = steps[at];
    if (!step) return [];
    const arrow = step.along ? '→' : '←';
    const what = `${goodsInWords(chart, step)}${doubtInWords(step.confidence)}`;
    return [{ text: `${arrow} ${serviceInWords(chart, step.to)}: ${what}`, branches: branchFrom(at + 1) }];
  }

  function drawing(): Drawing {
    const ids = [...new Set([from.id, ...steps.map(step => step.to), to.id])];
    const ends = new Set([from.id, to.id]);
    const nodes = ids.map(id => ({ ...serviceNode(chart, id), ...(ends.has(id) && { tone: 'subject' as const }) }));
    return { name: 'path', nodes, edges: steps.map(edge) };
  }

  function edge(step: Step) {
    const ends = [nodeKey('service', step.from), nodeKey('service', step.to)] as const;
    const [source, target] = step.along ? ends : [ends[1], ends[0]];
    const label = [...new Set(step.messages.map(({ name }) => name))].join(', ');
    return { from: source, to: target, label, uncertain: step.confidence === 'uncertain' };
  }

  function nameOf(id: string): string {
    return partyOf(chart, id).serviceName;
  }

  return { shape: PATH_SHAPE, facts, text, drawing } satisfies Answer;
}
