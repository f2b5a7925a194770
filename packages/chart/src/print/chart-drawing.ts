import type { Chart } from '../model.ts';
import { type Drawing, nodeKey } from './drawing.ts';
import { edgesOf } from './edges.ts';

/** The whole of a chart: services, channels, and arrows with the names of the messages. */
export function chartDrawing(chart: Chart): Drawing {
  return {
    name: 'chart',
    nodes: [
      ...chart.services.map(({ id, name }) => ({ kind: 'service' as const, id, label: name })),
      ...chart.channels.map(({ id, name, address }) => ({ kind: 'channel' as const, id, label: address ?? name })),
    ],
    edges: edgesOf(chart).map(({ service, action, channel, messages, uncertain }) => {
      const ends = [nodeKey('service', service), nodeKey('channel', channel)] as const;
      const [from, to] = action === 'send' ? ends : [ends[1], ends[0]];
      return { from, to, label: messages.join(', '), uncertain };
    }),
  };
}
