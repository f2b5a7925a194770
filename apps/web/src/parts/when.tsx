import { useEffect, useState } from 'react';
import { ago, exactly } from '../words/when.ts';

const TICK_MS = 30_000;

/** How long ago something was, kept true while the page is open; the exact time when pointed at. */
export function When({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={exactly(at)}>
      {ago(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
