import type { Action } from '@portolan/contract';
import { index } from '../lookup.ts';
import type { ChannelKey, Chart, ServiceId } from '../model.ts';

/** All that a service sends, or receives, on a channel: one arrow of a drawing. */
export interface Edge {
  readonly service: ServiceId;
  readonly action: Action;
  readonly channel: ChannelKey;
  /** Names of the messages, sorted; empty when no document says which. */
  readonly messages: readonly string[];
  /** True when every one of its links is uncertain. */
  readonly uncertain: boolean;
}

/** The arrows of a chart, in the order of its links. */
export function edgesOf(chart: Chart): Edge[] {
  const { messages } = index(chart);
  const found = new Map<
    string,
    { edge: Omit<Edge, 'messages' | 'uncertain'>; names: Set<string>; uncertain: boolean }
  >();
  for (const { service, action, channel, message, confidence } of chart.links) {
    const key = `${service}\n${action}\n${channel}`;
    const known = found.get(key) ?? { edge: { service, action, channel }, names: new Set<string>(), uncertain: true };
    found.set(key, known);
    if (message !== undefined) known.names.add(messages.get(message)?.name ?? message);
    if (confidence !== 'uncertain') known.uncertain = false;
  }
  return [...found.values()].map(({ edge, names, uncertain }) => ({ ...edge, messages: [...names].sort(), uncertain }));
}
