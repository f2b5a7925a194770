import { checkTables } from '../grammar/check.ts';
import { GRAMMAR_REFERENCE_SIBLINGS } from '../grammar/findings.ts';
import { type Kind, named } from '../grammar/kinds.ts';
import type { Report } from '../grammar/walk.ts';
import { type Cursor, isObject, member, members, type Resolver } from '../resolve/cursor.ts';
import { OPENAPI_BODY_WITHOUT_MEDIA_TYPE, OPENAPI_WITHOUT_OPERATION } from './findings.ts';
import { openapi, PATH_ITEM, RESPONSE } from './grammar.ts';
import { operationsOf, type Sent } from './requests.ts';
import type { OpenApiEdition } from './version.ts';

/** Checks what is read of an OpenAPI document: its head, and what each request it sends is made of. */
export function checkOpenApi(
  root: Cursor,
  { written, readAs }: OpenApiEdition,
  sent: readonly Sent[],
  resolver: Resolver,
  report: Report,
): void {
  const starts: { at: Cursor; kind: Kind }[] = [{ at: root, kind: named('Document') }];
  for (const { entry, item } of sent) {
    starts.push({ at: entry, kind: PATH_ITEM });
    for (const [, operation] of operationsOf(item)) {
      for (const [status, response] of members(member(operation, 'responses'))) {
        if (!status.startsWith('x-')) starts.push({ at: response, kind: RESPONSE });
      }
    }
  }
  const version = { version: readAs, label: `OpenAPI ${written}` };
  checkTables(starts, openapi, version, resolver, (kind, at, ...rest) => {
    // From 3.1 on a summary and a description may stand beside a reference, and any keyword where it is a schema's.
    if (kind === GRAMMAR_REFERENCE_SIBLINGS && readAs !== '3.0.4') return;
    report(kind, at, ...rest);
  });
  for (const request of sent) checkRequest(request, resolver, report);
}

function checkRequest({ kind, name, item, entry }: Sent, resolver: Resolver, report: Report): void {
  const operations = operationsOf(item);
  if (operations.length === 0) report(OPENAPI_WITHOUT_OPERATION, entry, { kind, name });
  for (const [, operation] of operations) {
    const body = member(operation, 'requestBody');
    const content = body.value === undefined ? undefined : resolver.follow(body);
    const types = content && member(content, 'content');
    if (types && isObject(types.value) && Object.keys(types.value).length === 0)
      report(OPENAPI_BODY_WITHOUT_MEDIA_TYPE, types, { name });
  }
}
