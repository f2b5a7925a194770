/** What the map shows: the fewer there are, the nearer one may be. */
export type Level = 'domains' | 'services' | 'messages';

/** From how many nodes on the whole map is shown as its groups, and below what part of the map their members. */
const GROUPED_FROM = 300;
const MEMBERS_BELOW = 0.55;

/** Below what part of the map channels are shown with what is sent on them, for a map of a hundred nodes. */
const MESSAGES_BELOW = 0.45;

/**
 * The level for a part of the map.
 *
 * @param ratio how much of the map is in view: 1 for all of it, less when one is nearer
 * @param nodes how many nodes are shown
 * @param groups how many groups those are in
 */
export function levelAt(ratio: number, nodes: number, groups: number): Level {
  if (nodes >= GROUPED_FROM && groups > 1 && ratio >= MEMBERS_BELOW) return 'domains';
  return ratio < MESSAGES_BELOW * Math.sqrt(100 / Math.max(nodes, 100)) ? 'messages' : 'services';
}
