import type { MapNode, MapView } from '@portolan/server/port';
import { Names } from '../parts/names.tsx';
import { Empty } from '../parts/section.tsx';
import { Table } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { keyOf } from './chart-graph.ts';

/** The map in words: each service with the channels it sends on and receives from. */
export function MapList({ view, shown }: { view: MapView; shown: ReadonlySet<string> }) {
  const services = view.nodes.filter(node => node.kind === 'service' && shown.has(keyOf(node)));
  const channels = new Map(view.nodes.filter(node => node.kind === 'channel').map(node => [node.id, node]));
  if (services.length === 0) return <Empty>Nothing matches these filters.</Empty>;
  const cell = (service: MapNode, action: 'send' | 'receive') => (
    <Names
      of={view.edges.filter(edge => edge.service === service.id && edge.action === action)}
      keyOf={edge => edge.channel}
    >
      {edge => (
        <ThingLink kind="channel" id={edge.channel}>
          {channels.get(edge.channel)?.name ?? edge.channel}
        </ThingLink>
      )}
    </Names>
  );
  return (
    <Table
      stacks
      caption="Services with the channels they send on and receive from"
      columns={[
        {
          head: 'Service',
          cell: service => (
            <ThingLink kind="service" id={service.id} className="quiet-link strong">
              {service.name}
            </ThingLink>
          ),
        },
        { head: 'Sends on', cell: service => cell(service, 'send') },
        { head: 'Receives from', cell: service => cell(service, 'receive') },
      ]}
      rows={services}
      keyOf={keyOf}
    />
  );
}
