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

/** The other ends of a link on the channels that its own takes in: who sends there, as uncertain as the way to it is. */
export function facingThrough(chart: Chart, link: Link): Link[] {
  const own = index(chart).linksOfService.get(link.service) ?? [];
  const derived = own.filter(
    ({ through, action }) =>
      through?.channel === link.channel && through.message === link.message && action === link.action,
  );
  return derived.flatMap(each =>
    facing(chart, each).map(other =>
      each.confidence === 'uncertain' ? { ...other, confidence: each.confidence } : other,
    ),
  );
}

function sameMessage(a: Link, b: Link): boolean {
  return a.message === b.message || a.message === undefined || b.message === undefined;
}
