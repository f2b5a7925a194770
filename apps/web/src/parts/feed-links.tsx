import { type Query, queryOf } from '../api/client.ts';
import { Icon } from './icon.tsx';
import './feed-links.css';

/** Ways to hear of changes without looking: an Atom and a JSON feed. */
export function FeedLinks({ filter }: { filter: Query }) {
  return (
    <span className="feed-links">
      <Icon name="feed" size={14} />
      <span className="faint">Subscribe</span>
      <a className="link" href={`/api/v1/changes.atom${queryOf(filter)}`}>
        Atom<span className="unseen"> feed</span>
      </a>
      <a className="link" href={`/api/v1/changes.json${queryOf(filter)}`}>
        JSON<span className="unseen"> feed</span>
      </a>
    </span>
  );
}
