import type { MapView } from '@portolan/server/port';
import type { MapFilter } from './chart-graph.ts';
import { mermaidOf } from './export-mermaid.ts';
import { svgOf } from './export-svg.ts';
import { coloursAt } from './palette.ts';
import type { Places } from './seed.ts';

interface Props {
  view: MapView;
  shown: ReadonlySet<string>;
  filter: MapFilter;
  places: Places | undefined;
  /** Colour variable of each node by its key. */
  colours: ReadonlyMap<string, string>;
}

/** What is shown of the map as files. */
export function MapExports({ view, shown, filter, places, colours }: Props) {
  const svg = () => {
    if (!places) return;
    const values = coloursAt(document.body, new Set(['--ink', '--paper', '--line-strong', ...colours.values()]));
    const value = (variable: string) => values.get(variable) ?? 'gray';
    const colourOf = (key: string) => value(colours.get(key) ?? '--group-other');
    const inks = { ink: value('--ink'), paper: value('--paper'), line: value('--line-strong') };
    save('map.svg', 'image/svg+xml', svgOf({ view, shown, filter, places, colourOf, ...inks }));
  };
  return (
    <div className="map-exports">
      <button type="button" className="button" disabled={!places} onClick={svg}>
        Save as SVG
      </button>
      <button
        type="button"
        className="button"
        onClick={() => save('map.mmd', 'text/plain', mermaidOf(view, shown, filter))}
      >
        Save as Mermaid
      </button>
    </div>
  );
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
