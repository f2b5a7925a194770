import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';
import { contentTypeVerdict } from '../message/content-type.ts';

export default changeRule({
  code: 'DEFAULT_CONTENT_TYPE_CHANGED',
  verdict: 'breaking',
  says: 'The content type of messages that name none is {after} instead of {before}.',
  why: 'Those who read the messages parse them by their content type.',
  help: 'Keep the old content type, or add messages of the new one beside the old.',
  before: edited(
    ORDERS,
    [
      `asyncapi: 3.1.0
`,
      `asyncapi: 3.1.0
defaultContentType: application/json
`,
    ],
    [
      `      contentType: application/json
`,
      '',
    ],
  ),
  after: edited(
    ORDERS,
    [
      `asyncapi: 3.1.0
`,
      `asyncapi: 3.1.0
defaultContentType: application/cbor
`,
    ],
    [
      `      contentType: application/json
`,
      '',
    ],
  ),
  document({ before, after }, { report, matches, after: side }) {
    const [from, to] = [before.defaultContentType, after.defaultContentType];
    if (from === to) return;
    const changed = matches.messages.pairs.filter(
      pair => pair.before.contentType === from && pair.after.contentType === to,
    );
    report({
      subject: { kind: 'document', name: after.info.title },
      params: { before: from ?? 'unknown', after: to ?? 'unknown' },
      ...sidesOf({ before, after }, 'defaultContentType'),
      ...(changed.length === 0 ? ({ verdict: 'editorial' } as const) : contentTypeVerdict(from, to)),
      messages: changed.map(pair => pair.after.id),
      operations: concerned([...new Set(changed.flatMap(pair => side.operationsOf(pair.after.id)))]),
    });
  },
});
