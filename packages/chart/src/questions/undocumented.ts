import type { Action } from '@portolan/contract';
import type { ChannelKey, Chart, ServiceId } from '../model.ts';

/** Somebody who uses a channel by what is really there, though no document says so. */
export interface Undocumented {
  /** Id of the service, where documents describe it at all. */
  readonly service?: ServiceId;
  /** What the infrastructure calls it. */
  readonly who: string;
  readonly channel: ChannelKey;
  /** One sentence that tells it. */
  readonly says: string;
}

/** Those that evidence beside the documents knows to send or receive on a channel, and the documents do not. */
export function undocumentedOn(chart: Chart, channel: ChannelKey, action: Action): Undocumented[] {
  const kinds =
    action === 'send' ? ['sender-undocumented', 'sender-unknown'] : ['receiver-undocumented', 'receiver-unknown'];
  return (chart.drift ?? []).flatMap(({ kind, channel: on, service, who, says }) => {
    if (on !== channel || !kinds.includes(kind)) return [];
    return [{ ...(service !== undefined && { service }), who: who ?? service ?? 'somebody', channel, says }];
  });
}
