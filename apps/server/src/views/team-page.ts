import type { TeamPage } from '../port.ts';
import type { Known } from './known.ts';
import { maturityOf } from './maturity.ts';
import { channelSummary, messageSummary, serviceSummary, teamSummary } from './summaries.ts';

/** Everything that one team owns; undefined when there is no such team. */
export function teamPage(known: Known, id: string): TeamPage | undefined {
  const team = known.teams.get(id);
  if (!team) return undefined;
  const { services, channels, messages } = known.ownedBy(id);
  return {
    team: teamSummary(known, team),
    maturity: maturityOf(known, team),
    services: services.map(service => serviceSummary(known, service)),
    channels: channels.map(channel => channelSummary(known, channel)),
    messages: messages.map(message => messageSummary(known, message)),
  };
}
