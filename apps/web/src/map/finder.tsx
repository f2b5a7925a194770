import type { MapView } from '@portolan/server/port';
import { useId, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { keyOf } from './chart-graph.ts';

interface Props {
  view: MapView;
  shown: ReadonlySet<string>;
  onSelect: (key: string) => void;
}

/** Finds a node by its name and selects it as soon as the name is complete. */
export function Finder({ view, shown, onSelect }: Props) {
  const list = useId();
  // Names to choose from are made when somebody wants to choose: they may be thousands.
  const [isAsked, setAsked] = useState(false);
  const nodes = view.nodes.filter(node => shown.has(keyOf(node)));
  const find = (words: string, whole: boolean) => {
    const asked = words.trim().toLowerCase();
    if (asked === '') return;
    const found =
      nodes.find(node => node.name.toLowerCase() === asked) ??
      (whole ? undefined : nodes.find(node => node.name.toLowerCase().includes(asked)));
    if (found) onSelect(keyOf(found));
  };
  return (
    <search className="filter filter-text">
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label="Find on the map"
        placeholder="Find on the map"
        list={list}
        onFocus={() => setAsked(true)}
        onChange={event => find(event.target.value, true)}
        onKeyDown={event => {
          if (event.key === 'Enter') find(event.currentTarget.value, false);
        }}
      />
      <datalist id={list}>
        {(isAsked ? nodes : []).map(node => (
          <option key={keyOf(node)} value={node.name}>
            {node.kind}
          </option>
        ))}
      </datalist>
    </search>
  );
}
