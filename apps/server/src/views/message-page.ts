import type { MessagePage } from '../port.ts';
import { definitionsOf } from './definitions.ts';
import type { Known } from './known.ts';
import { channelSummary, linksIn, linkView, messageSummary, withAction } from './summaries.ts';

/**
 * Everything about one message; undefined when there is none of this id.
 * Schemas are drawn here, so what `prepare` of the schema package loads has to be loaded.
 */
export function messagePage(known: Known, id: string): MessagePage | undefined {
  const message = known.messages.get(id);
  if (!message) return undefined;
  const links = linksIn(known.linksOfMessage, id);
  const team = message.owner === undefined ? undefined : known.teams.get(message.owner);
  return {
    message: messageSummary(known, message),
    ...(team && { team }),
    channels: message.channels.flatMap(key => {
      const channel = known.channels.get(key);
      return channel ? [channelSummary(known, channel)] : [];
    }),
    senders: withAction(links, 'send').map(link => linkView(known, link)),
    receivers: withAction(links, 'receive').map(link => linkView(known, link)),
    definitions: definitionsOf(known, message),
  };
}
