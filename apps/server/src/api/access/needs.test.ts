import { may, type Principal, ROLES, type Role } from '@portolan/control';
import { describe, expect, test } from 'vitest';
import { bearing, browser, guarded } from '../../access.test-support.ts';
import type { Operation } from '../operation.ts';
import { operations } from '../operations.ts';

/** What everybody may do, for a reason each. Whoever adds an operation here opens it to the whole network. */
const FOR_EVERYBODY = [
  'getSession', // says how one signs in
  'signIn',
  'signOut',
  'setUp', // asks for a secret of its own
  'signInElsewhere',
  'signInBack',
  'getFault', // the catalogue of faults is documentation
  'getOpenApi', // so is this
  'getHealth', // asked by what starts and stops processes
  'getReadiness',
];

const pathOf = ({ path }: Operation) => path.replaceAll(/\{\w+\}/g, 'none');

describe('every operation says who may', () => {
  test('and only those that have to be are for everybody', () => {
    expect(operations.filter(({ needs }) => needs === 'nothing').map(({ id }) => id)).toEqual(FOR_EVERYBODY);
  });

  test('what changes something takes more than reading', () => {
    // Questions that are too long for an address: they change nothing.
    const questions = ['proposePatch', 'tryMessage', 'tryRevisions'];
    const loose = operations.filter(({ method, needs }) => method !== 'GET' && needs === 'read');
    expect(loose.map(({ id }) => id)).toEqual(questions);
  });

  test('and the served description says so', async () => {
    const { url } = await guarded();
    const described = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { security: object[]; description: string }>>;
      components: { securitySchemes: object };
    };
    expect(Object.keys(described.components.securitySchemes)).toEqual(['session', 'token']);
    for (const { path, method, needs, id } of operations) {
      const { security, description } = described.paths[path]?.[method.toLowerCase()] ?? {};
      expect(security, id).toEqual(
        needs === 'nothing' ? [] : needs === 'account' ? [{ session: [] }] : [{ session: [] }, { token: [] }],
      );
      expect(description, id).toMatch(/may\.|Takes the role|everybody may/);
    }
  });
});

describe('every operation is refused to whoever lacks what it needs, and to nobody else', () => {
  const roles: readonly (Role | undefined)[] = [undefined, ...ROLES];
  test.each(roles.map(role => [role ?? 'somebody unknown', role] as const))('for %s', async (_, role) => {
    const { url, token } = await guarded();
    const headers = role === undefined ? {} : bearing(await token(role));
    const owns = { services: [], teams: [], sources: [] };
    const principal: Principal = {
      kind: role === undefined ? 'anonymous' : 'token',
      id: 'x',
      name: 'x',
      roles: role === undefined ? [] : [role],
      owns,
    };
    for (const operation of operations) {
      // Nothing is sent that changes anything: whoever may gets past the refusal, and no further.
      const response = await browser(url).ask(operation.method, pathOf(operation), undefined, headers);
      const code = (
        (await (response.headers.get('content-type')?.includes('problem') ? response.json() : {})) as { code?: string }
      ).code;
      if (response.headers.get('content-type')?.includes('event-stream')) await response.body?.cancel();
      const refused = code === 'CONTROL_SIGN_IN_NEEDED' || (code === 'CONTROL_ROLE_NEEDED' && response.status === 403);
      expect(refused, `${operation.id}: ${response.status} ${code}`).toBe(!may(principal, operation.needs));
      if (refused) expect(response.status).toBe(role === undefined ? 401 : 403);
    }
  });
});
