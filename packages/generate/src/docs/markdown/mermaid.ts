import type { Known } from '../known.ts';
import type { DocsLink } from '../model.ts';

/** Beyond this many links a drawing in the width of a page says nothing any more; the table below it does. */
const MOST = 60;

/** Links as a drawing of Mermaid: services as boxes, channels as rounded ones, uncertain directions with broken lines. */
export function mermaid(world: Known, links: readonly DocsLink[]): string {
  if (links.length === 0 || links.length > MOST) return '';
  const services = [...new Set(links.map(link => link.service))];
  const channels = [...new Set(links.map(link => link.channel))];
  const nodes = [
    ...services.map((id, index) => `  s${index}["${label(world.services.get(id)?.name ?? id)}"]`),
    ...channels.map((id, index) => `  c${index}(["${label(world.channels.get(id)?.name ?? id)}"])`),
  ];
  const groups = Map.groupBy(links, link => `${link.action} ${link.service}\n${link.channel}`);
  const edges = [...groups.values()].map(group => {
    const [first] = group as [DocsLink];
    const [service, channel] = [`s${services.indexOf(first.service)}`, `c${channels.indexOf(first.channel)}`];
    const messages = group.flatMap(({ message }) =>
      message === undefined ? [] : (world.messages.get(message)?.name ?? message),
    );
    const arrow = group.every(link => link.confidence === 'uncertain') ? '-.->' : '-->';
    const words = messages.length === 0 ? '' : `|"${label([...new Set(messages)].join(', '))}"|`;
    return first.action === 'send'
      ? `  ${service} ${arrow}${words} ${channel}`
      : `  ${channel} ${arrow}${words} ${service}`;
  });
  return ['```mermaid', 'flowchart LR', ...nodes, ...edges, '```'].join('\n');
}

/** Mermaid reads HTML entities and Markdown in labels. */
function label(text: string): string {
  return text.replace(/["&<>`\\#;]/g, mark => `#${mark.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
