import type { ChannelNode, Chart, MessageNode, ServiceNode, TeamNode } from '../model.ts';

/** A team with what it owns. */
export interface Holding {
  /** Absent for what nobody owns. */
  readonly team?: TeamNode;
  readonly services: readonly ServiceNode[];
  readonly channels: readonly ChannelNode[];
  readonly messages: readonly MessageNode[];
}

/** What each team owns, in the order of the teams; last, what nobody owns, where there is such. */
export function holdings(chart: Chart): Holding[] {
  const [services, channels, messages] = [byOwner(chart.services), byOwner(chart.channels), byOwner(chart.messages)];
  const of = (owner: string | undefined, team?: TeamNode): Holding => ({
    ...(team && { team }),
    services: services.get(owner) ?? [],
    channels: channels.get(owner) ?? [],
    messages: messages.get(owner) ?? [],
  });
  const nobody = of(undefined);
  const open = nobody.services.length + nobody.channels.length + nobody.messages.length > 0;
  return [...chart.teams.map(team => of(team.id, team)), ...(open ? [nobody] : [])];
}

function byOwner<T extends { readonly owner?: string }>(nodes: readonly T[]): Map<string | undefined, T[]> {
  return Map.groupBy(nodes, node => node.owner);
}
