import type { MapEdge, MapNode, MapView } from '@portolan/server/port';
import { useEffect, useRef } from 'react';
import { Protocols } from '../parts/badge.tsx';
import { Icon } from '../parts/icon.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { count } from '../words/count.ts';

interface Props {
  view: MapView;
  node: MapNode;
  onSelect: (key: string | undefined) => void;
  /** Makes the service an end of a path. */
  onEnd: (end: 'from' | 'to', service: string) => void;
}

/** What is known of the selected node, beside the map, with the ways to its page and its neighbours. */
export function MapPanel({ view, node, onSelect, onEnd }: Props) {
  const names = new Map(view.nodes.map(({ kind, id, name }) => [`${kind}:${id}`, name]));
  const own = view.edges.filter(edge => edge[node.kind] === node.id);
  const other = node.kind === 'service' ? 'channel' : 'service';
  const list = (action: MapEdge['action']) => own.filter(edge => edge.action === action);
  const close = useRef(onSelect);
  close.current = onSelect;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) close.current(undefined);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const heads =
    node.kind === 'service'
      ? { send: 'Sends on', receive: 'Receives from' }
      : { send: 'Senders', receive: 'Receivers' };
  return (
    <aside className="map-panel card" aria-label={`About ${node.name}`}>
      <div className="map-panel-head">
        <p className="page-kind">
          <Icon name={node.kind} size={14} />
          {node.kind === 'service' ? 'Service' : 'Channel'}
        </p>
        <button type="button" className="map-control" onClick={() => onSelect(undefined)}>
          <Icon name="close" />
          <span className="unseen">Close</span>
        </button>
      </div>
      <h2 className="break">
        <ThingLink kind={node.kind} id={node.id} className="link">
          {node.name}
        </ThingLink>
      </h2>
      <p className="map-panel-facts">
        <Protocols protocols={node.protocols} /> <span className="faint">{node.domain ?? node.source}</span>
      </p>
      {node.kind === 'service' ? (
        <p className="map-panel-acts">
          <button type="button" className="button" onClick={() => onEnd('from', node.id)}>
            Path from here
          </button>
          <button type="button" className="button" onClick={() => onEnd('to', node.id)}>
            Path to here
          </button>
        </p>
      ) : null}
      {(['send', 'receive'] as const).map(action => (
        <section key={action} className={`map-panel-list map-panel-${action}`}>
          <h3>{heads[action]}</h3>
          {list(action).length === 0 ? <p className="faint">Nobody known</p> : null}
          <ul>
            {list(action).map(edge => (
              <li key={edge[other]}>
                <button type="button" className="quiet-link break" onClick={() => onSelect(`${other}:${edge[other]}`)}>
                  {names.get(`${other}:${edge[other]}`) ?? edge[other]}
                </button>
                <span className="faint">
                  {count(edge.messages.length, 'message')}
                  {edge.confidence === 'uncertain' ? ' · uncertain' : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
