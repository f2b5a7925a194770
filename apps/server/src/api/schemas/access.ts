import { ACCESS_MODES, MOST_DAYS, ROLES } from '@portolan/control';
import { boolean, instant, integer, type JsonSchema, list, object, ref, string, words } from '../json-schema.ts';

const roles = list(words(...ROLES));
const owns = object({ services: list(string), teams: list(string), sources: list(string) });
const who = { kind: words('user', 'token', 'anonymous'), id: string, name: string };

/** Who may do what, and what was done. */
export const accessSchemas = {
  SessionInfo: object(
    { access: words(...ACCESS_MODES), ended: boolean, isNew: boolean },
    {
      who: object({ ...who, kind: words('user', 'token'), roles, owns }),
      provider: object({ label: string }),
    },
  ),
  SessionView: object(
    { id: string, created: instant, seen: instant, current: boolean },
    { from: string, agent: string },
  ),
  UserView: object(
    { id: string, name: string, title: string, roles, owns, created: instant, signsInWith: string },
    { disabled: instant },
  ),
  TokenView: object(
    {
      id: string,
      name: string,
      hint: string,
      roles,
      owns,
      created: instant,
      expires: instant,
      state: words('active', 'expired', 'revoked'),
    },
    { user: string, used: instant },
  ),
  MadeToken: object({ token: ref('TokenView'), secret: string }),
  AuditEntry: object(
    { sequence: integer, at: instant, who: object(who), action: string, subject: string, detail: { type: 'object' } },
    { from: string },
  ),
};

const line = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength });

/** A password; its rules are told in words, by the fault of one that is too weak. */
const password = line(1_000);
const id = line(500);
const given = { type: 'array', items: words(...ROLES), uniqueItems: true, maxItems: ROLES.length };
const ids = { type: 'array', items: id, uniqueItems: true, maxItems: 500 };
const owned = object({ services: ids, teams: ids, sources: ids });

/** What is sent. */
export const sent = {
  signIn: object({ name: line(200), password }),
  setup: object({ secret: line(200), name: line(200), password }, { title: line(200) }),
  passwords: object({ old: password, new: password }),
  newUser: object({ name: line(200), password, roles: given }, { title: line(200), owns: owned }),
  userChange: object({}, { title: line(200), roles: given, owns: owned, disabled: boolean, password }),
  newToken: object(
    { name: line(100), roles: { ...given, minItems: 1 }, days: { type: 'integer', minimum: 1, maximum: MOST_DAYS } },
    { owns: owned, shared: boolean },
  ),
};
