import type { Finding } from '@portolan/base';
import type { Contract } from '../model.ts';
import type { Reporter } from '../reporter.ts';
import { type Cursor, isObject } from '../resolve/cursor.ts';
import type { TrackingResolver } from '../resolve/resolver.ts';
import { checkOpenApi } from './check.ts';
import { OPENAPI_NOTHING_ASYNCHRONOUS } from './findings.ts';
import { fromOpenApi } from './from-openapi.ts';
import { sentIn } from './requests.ts';
import { openApiEditionOf } from './version.ts';

/** True for a document that calls itself OpenAPI, and not AsyncAPI as well. */
export function isOpenApi(value: unknown): boolean {
  return isObject(value) && 'openapi' in value && !('asyncapi' in value);
}

/**
 * Reads what an OpenAPI document says about requests that the application sends of its own accord. Undefined when there is
 * nothing of the kind, which is told.
 */
export function readOpenApi(
  root: Cursor,
  resolver: TrackingResolver,
  { add, report }: Pick<Reporter, 'add' | 'report'>,
): Omit<Contract, 'digest' | 'sources'> | undefined {
  const { edition, findings } = openApiEditionOf(root);
  for (const finding of findings as Finding[]) add(finding);
  if (!edition) return undefined;
  const sent = sentIn(root, resolver);
  const stated = isObject(root.value) && root.value.webhooks !== undefined;
  if (sent.length > 0 || stated) checkOpenApi(root, edition, sent, resolver, report);
  if (sent.length === 0) {
    report(OPENAPI_NOTHING_ASYNCHRONOUS, root);
    return undefined;
  }
  return fromOpenApi(root, edition, sent, resolver);
}
