import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';
import { contentTypeVerdict } from './content-type.ts';

export default changeRule({
  code: 'CONTENT_TYPE_CHANGED',
  verdict: 'breaking',
  says: 'The content type of the message `{name}` is {after} instead of {before}.',
  why: 'Those who read the message parse it by its content type.',
  help: 'Keep the old content type, or add a message of the new one beside the old.',
  before: ORDERS,
  after: edited(ORDERS, ['contentType: application/json', 'contentType: application/cbor']),
  message({ before, after }, { report, after: side, before: old }) {
    if (!before || !after || before.contentType === after.contentType) return;
    const told = {
      subject: { kind: 'message', name: after.id } as const,
      messages: [after.id],
      operations: concerned(side.operationsOf(after.id)),
    };
    // Messages that name no content type are told of with the document's default.
    const [from, to] = [old.contract.defaultContentType, side.contract.defaultContentType];
    if (from !== to && before.contentType === from && after.contentType === to) return;
    const params = { name: after.name, before: before.contentType ?? 'unknown', after: after.contentType ?? 'unknown' };
    report({
      ...told,
      params,
      ...contentTypeVerdict(before.contentType, after.contentType),
      ...sidesOf({ before, after }, 'contentType'),
    });
  },
});
