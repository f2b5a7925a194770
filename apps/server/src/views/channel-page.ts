import type { ChannelPage } from '../port.ts';
import { driftOf } from './drift.ts';
import type { Known } from './known.ts';
import { channelSummary, linksIn, linkView, messageSummary, withAction } from './summaries.ts';

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
    drift: driftOf(known, 'channel', id),
  };
}
