import { useEffect, useState } from 'react';
import { useLive } from '../api/events.ts';
import './live-note.css';

/** How long a change is news, in milliseconds. */
const NEWS_MS = 6_000;

/** In the corner: whether changes arrive, and that one just did. */
export function LiveNote() {
  const { state, changedAt } = useLive();
  const [news, setNews] = useState(false);
  useEffect(() => {
    if (changedAt === undefined) return;
    setNews(true);
    const timer = setTimeout(() => setNews(false), NEWS_MS);
    return () => clearTimeout(timer);
  }, [changedAt]);
  const words = { connecting: 'Connecting', live: 'Live', lost: 'Connection lost, retrying' }[state];
  const says = state === 'live' && news ? 'Updated just now' : words;
  return (
    <p className="live-note" data-state={state} data-news={news} role="status">
      <span className="live-dot" aria-hidden="true" />
      {says}
    </p>
  );
}
