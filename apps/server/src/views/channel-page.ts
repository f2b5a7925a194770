import type { ChannelPage, CoverView } from '../port.ts';
import { driftOf } from './drift.ts';
import type { Known } from './known.ts';
import { addressIn, channelSummary, linksIn, linkView, messageSummary, withAction } from './summaries.ts';

/** Everything about one channel; undefined when there is none of this id. */
export function channelPage(known: Known, id: string): ChannelPage | undefined {
  const channel = known.channels.get(id);
  if (!channel) return undefined;
  const links = linksIn(known.linksOfChannel, id);
  const team = channel.owner === undefined ? undefined : known.teams.get(channel.owner);
  return {
    channel: channelSummary(known, channel),
    ...(team && { team }),
    brokers: known.snapshot.chart.brokers.filter(broker => channel.brokers.includes(broker.id)),
    messages: channel.messages.flatMap(key => {
      const message = known.messages.get(key);
      return message ? [messageSummary(known, message)] : [];
    }),
    senders: withAction(links, 'send').map(link => linkView(known, link)),
    receivers: withAction(links, 'receive').map(link => linkView(known, link)),
    covers: coversOf(known, id),
    drift: driftOf(known, 'channel', id),
  };
}

/** Where nothing follows from a cover, it stands last. */
function coversOf(known: Known, id: string): CoverView[] {
  const found = (known.snapshot.chart.covers ?? []).flatMap(
    ({ channel, covered, by, confidence, says }): CoverView[] => {
      if (channel !== id && covered !== id) return [];
      const [way, other] = channel === id ? (['takes-in', covered] as const) : (['taken-in-by', channel] as const);
      return [{ way, channel: other, name: addressIn(known, other), by, confidence, says }];
    },
  );
  return found.sort((a, b) => Number(a.by === 'parameter') - Number(b.by === 'parameter'));
}
