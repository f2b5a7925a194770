import type { Chart } from '../model.ts';
import { edgesOf } from './edges.ts';

/**
 * The chart as a Mermaid flowchart: services are boxes, channels are rounded, arrows carry the names of the messages, and
 * what is uncertain is dotted.
 */
export function printMermaid(chart: Chart): string {
  const services = new Map(chart.services.map((service, at) => [service.id, `s${at + 1}`]));
  const channels = new Map(chart.channels.map((channel, at) => [channel.id, `c${at + 1}`]));
  const lines = [
    'flowchart LR',
    ...chart.services.map(({ id, name }) => `  ${services.get(id)}["${escaped(name)}"]`),
    ...chart.channels.map(({ id, name, address }) => `  ${channels.get(id)}(["${escaped(address ?? name)}"])`),
    ...edgesOf(chart).map(({ service, action, channel, messages, uncertain }) => {
      const [from, to] = [services.get(service), channels.get(channel)];
      const label = messages.length > 0 ? `|"${messages.map(escaped).join(', ')}"|` : '';
      const arrow = `${uncertain ? '-.->' : '-->'}${label}`;
      return action === 'send' ? `  ${from} ${arrow} ${to}` : `  ${to} ${arrow} ${from}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** Mermaid knows no backslash: what could end a label or start markup is written as a character reference. */
function escaped(text: string): string {
  return text.replace(/["#<>&`\\\s]+/g, found =>
    [...found].map(character => (/\s/.test(character) ? ' ' : `#${character.codePointAt(0)};`)).join(''),
  );
}
