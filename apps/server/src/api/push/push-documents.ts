import { faults as control, demand, owning, PUSH_LIMITS, type PushedFile } from '@portolan/control';
import { faults } from '../../faults.ts';
import { pushView } from '../../views/push-view.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { choice, idOf } from '../parameter.ts';
import { PUSH } from '../schemas/push.ts';
import { pushableIn } from './pushable-in.ts';

/** JSON writes some characters with six. Whatever is really too large is refused by name. */
const MOST_BYTES = 2 * PUSH_LIMITS.bytes;

interface Sent {
  readonly files: readonly PushedFile[];
  readonly commit?: string;
  readonly branch?: string;
  readonly from?: string;
}

export const pushDocuments = operation({
  id: 'pushDocuments',
  method: 'PUT',
  path: '/api/v1/sources/{id}/documents',
  summary: 'Replace what a source holds',
  description:
    'All at once, with the files that the documents refer to. What is not sent is removed. The same again changes ' +
    'nothing. A name that nobody used begins a source. With `dryRun` nothing is recorded. Takes the ownership of the ' +
    'source, or the role governor.',
  tag: 'Documents',
  about: 'process',
  needs: 'own',
  parameters: {
    id: idOf('source'),
    dryRun: choice(['true', 'false'], 'Whether only to tell what would change.'),
  },
  body: { description: 'The files, by their paths in the source.', schema: PUSH, limit: MOST_BYTES },
  answer: { description: 'What changed.', schema: ref('PushView') },
  faults: [faults.PUSH_OFF, faults.LOADING, control.PUSH_REFUSED, control.SOURCE_NOT_PUSHED, control.PUSH_LATE],
  async run({ id, dryRun }, call) {
    demand(call.principal, owning({ source: id }));
    const { files, ...facts } = call.body as Sent;
    const isDry = dryRun === 'true';
    const view = pushView(await pushableIn(call).push(id, files, { ...facts, dryRun: isDry }), isDry);
    const { added, changed, removed } = view.counts;
    if (!isDry && added + changed + removed > 0) {
      const detail = { ...facts, added, changed, removed };
      await call.serving.access.audit.record({
        principal: call.principal,
        action: 'source.pushed',
        subject: `source:${id}`,
        detail,
      });
    }
    return view;
  },
});
