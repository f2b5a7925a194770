import { channelInWords, index } from '../../lookup.ts';
import type { Chart, Link, ServiceId } from '../../model.ts';
import type { Dependency } from '../../questions/dependencies.ts';
import { listed } from '../tree.ts';

/** Most messages, or channels, that one line names. */
const NAMED = 5;

/** A service with its owner: `Billing (owner Finance)`. */
export function serviceInWords(chart: Chart, id: ServiceId): string {
  const { services, teams } = index(chart);
  const { name = id, owner } = services.get(id) ?? {};
  return `${name} (${owner === undefined ? 'no owner' : `owner ${teams.get(owner)?.name ?? owner}`})`;
}

/** The same where the owner is at hand. */
export function partyInWords({ serviceName, ownerName }: { serviceName: string; ownerName?: string }): string {
  return `${serviceName} (${ownerName === undefined ? 'no owner' : `owner ${ownerName}`})`;
}

/** What goes over in a dependency: `Placed and Cancelled on orders`. */
export function goodsInWords(chart: Chart, { messages, channels }: Pick<Dependency, 'messages' | 'channels'>): string {
  const names = [...new Set(messages.map(({ name }) => name))];
  const on = [...new Set(messages.map(({ channel }) => channelInWords(chart, channel)))];
  const parts = names.length > 0 ? [`${listed(first(names))}${on.length < 4 ? ` on ${listed(on)}` : ''}`] : [];
  if (channels.length > 0 && names.length === 0)
    parts.push(`unnamed messages on ${listed(first(channels.map(id => channelInWords(chart, id))))}`);
  return parts.join(', ');
}

/** As many names as fit a line, and how many there are beside them. */
export function first(names: readonly string[]): readonly string[] {
  return names.length > NAMED ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
}

/** Says so where a link is in doubt. */
export function doubtInWords(confidence: Link['confidence']): string {
  return confidence === 'uncertain' ? ' (uncertain)' : '';
}

/** What contradicts a link: the evidence of its operations that points the other way. */
export function contradictionOf({ action, evidence }: Link): string | undefined {
  for (const { reply, direction } of evidence) {
    const against = direction.find(({ points }) => (points === action) === (reply === true));
    if (against) return `its ${against.kind.replace('-', ' ')} says “${against.says}”`;
  }
  return undefined;
}
