import { Link } from '@tanstack/react-router';
import { queryOf } from '../api/client.ts';
import type { Filters } from './filter-bar.tsx';
import { Icon } from './icon.tsx';
import './feed-links.css';

/** Ways to hear of changes without looking: an Atom feed, a JSON feed, a webhook. */
export function FeedLinks({ filter }: { filter: Filters }) {
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
      <Link className="link" to="/watches" search={filter}>
        Webhook
      </Link>
    </span>
  );
}
