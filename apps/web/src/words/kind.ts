import type { SearchHit } from '@portolan/server/port';

/** The kinds of thing that have a page, with the words people read. */
export const KINDS = {
  service: { one: 'Service', many: 'Services', path: '/services' },
  channel: { one: 'Channel', many: 'Channels', path: '/channels' },
  message: { one: 'Message', many: 'Messages', path: '/messages' },
  team: { one: 'Team', many: 'Teams', path: '/teams' },
  domain: { one: 'Domain', many: 'Domains', path: '/domains' },
  server: { one: 'Server', many: 'Servers', path: '/servers' },
  document: { one: 'Document', many: 'Documents', path: '/documents' },
} as const;

/** A kind that has a page of its own. */
export type Kind = keyof typeof KINDS;

/** Headings of search results, in the order they are shown. */
export const HIT_HEADINGS: Readonly<Record<SearchHit['kind'], string>> = {
  service: 'Services',
  channel: 'Channels',
  message: 'Messages',
  field: 'Fields',
  team: 'Teams',
  domain: 'Domains',
  server: 'Servers',
  schema: 'Schemas',
  document: 'Documents',
  finding: 'Findings',
};
