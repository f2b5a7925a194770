import { instant, integer, list, object, string, words } from '../json-schema.ts';

const text = { type: 'string', minLength: 1, maxLength: 2_000 };
const filter = object({}, { service: text, team: text, channel: text, document: text, verdict: words('breaking') });
const required = {
  id: string,
  name: string,
  url: string,
  filter,
  created: instant,
  by: object({ kind: string, id: string, name: string }),
  tries: integer,
};
const optional = { failing: object({ since: instant, problem: string }), next: instant, paused: instant };

/** Addresses that are told of changes. */
export const watchSchemas = {
  WatchView: object(required, optional),
  WatchWithSecretView: object({ ...required, secret: string }, optional),
};

/** What is sent for a new one. */
export const NEW_WATCH = object({ name: { ...text, maxLength: 200 }, url: text }, { filter });

export const WATCH_LIST = object({ items: list({ $ref: '#/components/schemas/WatchView' }) });
