import { pointerOf } from '@portolan/base';
import { type Chart, index, type Link } from '@portolan/chart';
import type { At } from '../workspace/places.ts';

/** Who sends and receives on the channel that is described at a place, in all documents of the workspace. */
export function partiesText(chart: Chart, at: At): string | undefined {
  const pointer = pointerOf('', ...at.keys);
  const channel = chart.channels.find(({ described }) =>
    described.some(({ origin }) => origin.source === at.location && origin.pointer === pointer),
  );
  if (!channel) return undefined;
  const { linksOfChannel, services } = index(chart);
  const links = linksOfChannel.get(channel.id) ?? [];
  const names = (action: Link['action']) => {
    const ids = new Set(links.filter(link => link.action === action).map(({ service }) => service));
    return [...ids].map(id => services.get(id)?.name ?? id).join(', ');
  };
  const [senders, receivers] = [names('send'), names('receive')];
  return `Senders: ${senders || 'none'}\n\nReceivers: ${receivers || 'none'}`;
}
