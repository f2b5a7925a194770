import { compareText } from '@portolan/base';
import { index } from '../lookup.ts';
import type { Chart, Link, ServiceId } from '../model.ts';
import { type Dependency, dependedOnBy, dependsOn } from './dependencies.ts';

/** How messages get from one service to another. */
export interface Way {
  /**
   * `forward`: messages flow from the first to the second. `backward`: only the other way. `either`: no flow joins them, but
   * they are connected when directions do not count, as two receivers of one message are.
   */
  readonly direction: 'forward' | 'backward' | 'either';
  /** True when every way of this direction has an uncertain link. */
  readonly uncertain: boolean;
  /** From the first service to the second, in the order one walks. */
  readonly steps: readonly Step[];
}

/** From one service to the next. */
export interface Step {
  readonly from: ServiceId;
  readonly to: ServiceId;
  /** Whether the messages flow from `from` to `to`; false when they come back. */
  readonly along: boolean;
  readonly messages: Dependency['messages'];
  /** Channels that both use where no document says for which message. */
  readonly channels: Dependency['channels'];
  readonly confidence: Link['confidence'];
}

/** Tried in this order: what is certain before what is not, the way that was asked for before the others. */
const TRIES = (['forward', 'backward', 'either'] as const).flatMap(direction =>
  [false, true].map(uncertain => ({ direction, uncertain })),
);

/** The shortest way from one service to another. Undefined when nothing connects them; no steps when they are one. */
export function wayBetween(chart: Chart, from: ServiceId, to: ServiceId): Way | undefined {
  if (from === to) return { direction: 'forward', uncertain: false, steps: [] };
  if (!index(chart).services.has(from) || !index(chart).services.has(to)) return undefined;
  for (const { direction, uncertain } of TRIES) {
    const steps = search(from, to, id =>
      stepsFrom(chart, id, direction).filter(step => uncertain || step.confidence !== 'uncertain'),
    );
    if (steps) return { direction, uncertain, steps };
  }
  return undefined;
}

function search(from: ServiceId, to: ServiceId, next: (id: ServiceId) => readonly Step[]): Step[] | undefined {
  const by = new Map<ServiceId, Step | undefined>([[from, undefined]]);
  let edge: readonly ServiceId[] = [from];
  while (edge.length > 0) {
    const beyond: ServiceId[] = [];
    for (const id of edge) {
      for (const step of next(id)) {
        if (by.has(step.to)) continue;
        by.set(step.to, step);
        if (step.to === to) return backFrom(by, to);
        beyond.push(step.to);
      }
    }
    edge = beyond;
  }
  return undefined;
}

function backFrom(by: ReadonlyMap<ServiceId, Step | undefined>, to: ServiceId): Step[] {
  const steps: Step[] = [];
  for (let step = by.get(to); step; step = by.get(step.from)) steps.unshift(step);
  return steps;
}

function stepsFrom(chart: Chart, from: ServiceId, direction: Way['direction']): Step[] {
  const along = direction === 'backward' ? [] : dependedOnBy(chart, from).map(found => stepOf(from, found, true));
  const back = direction === 'forward' ? [] : dependsOn(chart, from).map(found => stepOf(from, found, false));
  return [...along, ...back].sort((a, b) => compareText(a.to, b.to));
}

function stepOf(from: ServiceId, { service, messages, channels, confidence }: Dependency, along: boolean): Step {
  return { from, to: service, along, messages, channels, confidence };
}
