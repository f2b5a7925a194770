import { withoutSecrets } from '@portolan/checks';
import type { Contract } from '@portolan/contract';
import { prepare, validate } from '@portolan/schema';
import type { TriedView } from '../port.ts';

/** Problems of one version that are told. */
const MOST_PROBLEMS = 20;

/** Whether a message is what one version of its schema says. Nothing of it is kept. */
export async function tried(
  contract: Contract | undefined,
  message: string,
  payload: unknown,
): Promise<Pick<TriedView, 'valid' | 'notChecked' | 'problems'>> {
  const found = contract?.messages.find(({ id }) => id === message);
  const schemas = new Map(contract?.schemas.map(schema => [schema.id, schema]));
  const schema = schemas.get(found?.payload ?? '');
  if (!found) return { notChecked: 'this version has no such message', problems: [] };
  if (!schema) return { notChecked: 'this version does not say what the payload looks like', problems: [] };
  await prepare([...schemas.values()].map(({ format }) => format));
  const verdict = validate(schema, id => schemas.get(id), payload);
  if ('notChecked' in verdict) return { notChecked: withoutSecrets(verdict.notChecked), problems: [] };
  if (verdict.valid) return { valid: true, problems: [] };
  const problems = verdict.problems.slice(0, MOST_PROBLEMS).map(({ pointer, message: says }) => ({ pointer, says }));
  return { valid: false, problems: withoutSecrets(problems) };
}
