import type { PathView } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { listed } from '../words/count.ts';

interface Props {
  /** Names of the two services; undefined for one that is still to be chosen. */
  from: string | undefined;
  to: string | undefined;
  /** Absent while one is to be chosen, or while it is asked for. */
  path: PathView | undefined;
  onSelect: (key: string) => void;
  onClear: () => void;
  /** Present when there are both. */
  onSwap: (() => void) | undefined;
}

/** The way from one service to another in words, beside the way on the map. */
export function MapWay({ from, to, path, onSelect, onClear, onSwap }: Props) {
  return (
    <aside className="map-way card" aria-label="Path">
      <div className="map-panel-head">
        <p className="page-kind">
          <Icon name="path" size={14} />
          Path
        </p>
        <button type="button" className="map-control" onClick={onClear}>
          <Icon name="close" />
          <span className="unseen">Close the path</span>
        </button>
      </div>
      <p role="status">{path?.says ?? saidOf(from, to)}</p>
      {path && path.steps.length > 0 ? (
        <ol className="map-way-steps">
          {path.steps.map(step => (
            <li key={`${step.from} ${step.to}`}>
              <button type="button" className="quiet-link" onClick={() => onSelect(`service:${step.from}`)}>
                {step.fromName}
              </button>
              <span className="faint">{step.along ? 'sends' : 'receives'}</span>
              {listed(step.messages.length > 0 ? step.messages.map(({ name }) => name) : step.channels)}
              <span className="faint">{step.along ? 'to' : 'from'}</span>
              <button type="button" className="quiet-link" onClick={() => onSelect(`service:${step.to}`)}>
                {step.toName}
              </button>
              {step.confidence === 'uncertain' ? <span className="faint">uncertain</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {path && onSwap ? (
        <p className="map-way-acts">
          <button type="button" className="button" onClick={onSwap}>
            The other way round
          </button>
          <Link to="/path" search={{ from: path.from.service, to: path.to.service }} className="link">
            In words
          </Link>
        </p>
      ) : null}
    </aside>
  );
}

function saidOf(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `From ${from} to ${to}.`;
  return from === undefined ? `To ${to}. Choose where it starts.` : `From ${from}. Choose where it ends.`;
}
