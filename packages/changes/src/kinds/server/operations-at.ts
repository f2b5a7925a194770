import type { Channel, Operation, Server } from '@portolan/contract';
import type { Side } from '../../side.ts';

/** The servers of a channel: all of the document where it names none. */
export function serversOf(channel: Channel, { contract }: Side): readonly string[] {
  return channel.servers.length > 0 || channel.elsewhere ? channel.servers : contract.servers.map(({ id }) => id);
}

/** The operations on channels of a server. */
export function operationsAt(server: string, side: Side): Operation[] {
  const there = new Set(
    side.contract.channels.filter(channel => serversOf(channel, side).includes(server)).map(({ id }) => id),
  );
  return side.contract.operations.filter(({ channel }) => there.has(channel));
}

/** Where clients connect. */
export function addressOf({ protocol, host, pathname = '' }: Server): string {
  return `${protocol}://${host}${pathname}`;
}
