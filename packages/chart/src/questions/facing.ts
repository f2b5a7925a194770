import { index } from '../lookup.ts';
import type { Chart, Link } from '../model.ts';

/**
 * The other ends of a link: links of other services on its channel with the opposite action and the same message. A side
 * that names no message may mean any, so it faces all of them.
 */
export function facing(chart: Chart, link: Link): Link[] {
  const onChannel = index(chart).linksOfChannel.get(link.channel) ?? [];
  return onChannel.filter(
    other => other.action !== link.action && other.service !== link.service && sameMessage(other, link),
  );
}

function sameMessage(a: Link, b: Link): boolean {
  return a.message === b.message || a.message === undefined || b.message === undefined;
}
