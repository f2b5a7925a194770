import type { Chart } from '../model.ts';
import { edgesOf } from './edges.ts';

/**
 * The chart in the DOT language of Graphviz: services are boxes, channels are ellipses, arrows carry the names of the
 * messages, and what is uncertain is dashed.
 */
export function printDot(chart: Chart): string {
  const lines = [
    'digraph chart {',
    '  rankdir=LR;',
    ...chart.services.map(({ id, name }) => `  ${quoted(`service ${id}`)} [shape=box, label=${quoted(name)}];`),
    ...chart.channels.map(
      ({ id, name, address }) => `  ${quoted(`channel ${id}`)} [shape=ellipse, label=${quoted(address ?? name)}];`,
    ),
    ...edgesOf(chart).map(({ service, action, channel, messages, uncertain }) => {
      const ends = [quoted(`service ${service}`), quoted(`channel ${channel}`)];
      const [from, to] = action === 'send' ? ends : ends.reverse();
      const style = uncertain ? ', style=dashed' : '';
      return `  ${from} -> ${to} [label=${quoted(messages.join(', '))}${style}];`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** A DOT string: only the quotation mark ends it, but a backslash before one would hide it. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ')}"`;
}
