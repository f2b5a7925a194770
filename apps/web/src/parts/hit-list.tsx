import type { SearchHit } from '@portolan/server/port';
import { Link } from '@tanstack/react-router';
import { placeOfHit } from '../words/place.ts';
import { Icon } from './icon.tsx';
import './hit-list.css';

/** Search hits as links: kind, name, and what tells each apart. */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ul className="hits">
      {hits.map(hit => (
        <li key={`${hit.kind} ${hit.document ?? ''} ${hit.id} ${hit.name}`}>
          <Link {...(placeOfHit(hit) as { to: '/' })} className="hit">
            <Icon name={hit.kind} />
            <span className="strong break">{hit.name}</span>
            <span className="hit-context break">{hit.context}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
