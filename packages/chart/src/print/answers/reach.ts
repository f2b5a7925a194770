import { counted } from '@portolan/base';
import { index } from '../../lookup.ts';
import type { Chart, ServiceNode } from '../../model.ts';
import { partyOf } from '../../questions/impact/impact.ts';
import { type Reached, reach } from '../../questions/reach.ts';
import { type Drawing, nodeKey } from '../drawing.ts';
import { type Branch, block } from '../tree.ts';
import type { Answer } from './answer.ts';
import { doubtInWords, goodsInWords, serviceInWords } from './names.ts';
import { serviceNode } from './parties.ts';

/** Name and version of the JSON. */
export const DEPENDENCIES_SHAPE = 'dependencies/1';

/**
 * What a service depends on and what depends on it.
 *
 * @param depth how far to look: 1 is what it exchanges messages with itself
 */
export function dependenciesAnswer(chart: Chart, service: ServiceNode, depth: number) {
  const all = reach(chart, service.id);
  const within = (list: readonly Reached[]) => list.filter(reached => reached.depth <= depth);
  const [on, by] = [within(all.dependsOn), within(all.dependedOnBy)];
  const told = (list: readonly Reached[]) =>
    list.map(({ service: id, ...rest }) => ({ ...partyOf(chart, id), ...without(rest) }));
  const facts = {
    service: partyOf(chart, service.id),
    depth,
    dependsOn: told(on),
    dependsOnInAll: all.dependsOn.length,
    dependedOnBy: told(by),
    dependedOnByInAll: all.dependedOnBy.length,
  };

  function text(): string {
    const blocks = [
      serviceInWords(chart, service.id),
      side(on, all.dependsOn, 'It depends on', 'It depends on no other service.'),
      side(by, all.dependedOnBy, 'It is depended on by', 'No other service depends on it.'),
    ];
    return `${blocks.join('\n\n')}\n`;
  }

  function side(shown: readonly Reached[], reached: readonly Reached[], words: string, none: string): string {
    if (reached.length === 0) return none;
    const direct = reached.filter(each => each.depth === 1).length;
    const more = reached.length > direct ? ` directly, ${reached.length} in all` : '';
    const children = Map.groupBy(shown, ({ through }) => through);
    const branchesOf = (id: string): Branch[] =>
      (children.get(id) ?? []).map(each => ({
        text: `${serviceInWords(chart, each.service)}: ${goodsInWords(chart, each)}${doubtInWords(each.confidence)}`,
        branches: branchesOf(each.service),
      }));
    return block(`${words} ${counted(direct, 'service')}${more}`, branchesOf(service.id));
  }

  function drawing(): Drawing {
    const ids = [...new Set([service.id, ...on.map(each => each.service), ...by.map(each => each.service)])];
    const nodes = ids.map(id => ({
      ...serviceNode(chart, id),
      ...(id === service.id && { tone: 'subject' as const }),
    }));
    const edge = (each: Reached, up: boolean) => {
      const ends = [nodeKey('service', each.service), nodeKey('service', each.through)] as const;
      const [from, to] = up ? ends : [ends[1], ends[0]];
      const label = [...new Set(each.messages.map(({ name }) => name))].join(', ');
      return { from, to, label, uncertain: each.confidence === 'uncertain' };
    };
    return {
      name: 'dependencies',
      nodes,
      edges: [...on.map(each => edge(each, true)), ...by.map(each => edge(each, false))],
    };
  }

  function without({ serviceName: _, ...rest }: Omit<Reached, 'service'>) {
    const { through, ...facts } = rest;
    return { ...facts, through, throughName: index(chart).services.get(through)?.name ?? through };
  }

  return { shape: DEPENDENCIES_SHAPE, facts, text, drawing } satisfies Answer;
}
