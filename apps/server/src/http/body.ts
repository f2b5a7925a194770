import { prepare, validate } from '@portolan/schema';
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../api/operation.ts';
import { faults } from '../faults.ts';

/**
 * What was sent to an operation, checked against its schema.
 * Faults: SERVER_BODY_INVALID.
 */
export async function bodyOf({ body }: Operation, request: FastifyRequest): Promise<unknown> {
  if (!body) return undefined;
  const sent = request.body ?? undefined;
  if (sent === undefined || typeof sent === 'string') throw faults.BODY_INVALID({ reason: 'it is no JSON' });
  const source = { id: 'body', format: 'json-schema', definition: body.schema };
  await prepare(['json-schema'], ['validate']);
  const verdict = validate(source, () => undefined, sent);
  if ('notChecked' in verdict) throw faults.BODY_INVALID({ reason: verdict.notChecked });
  if (verdict.valid) return sent;
  const [problem] = verdict.problems;
  throw faults.BODY_INVALID({ reason: `${problem?.pointer || 'it'} ${problem?.message}` });
}
