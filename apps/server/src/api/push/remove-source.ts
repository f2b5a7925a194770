import { faults as control, demand, owning } from '@portolan/control';
import { faults } from '../../faults.ts';
import { pushView } from '../../views/push-view.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { pushableIn } from './pushable-in.ts';

export const removeSource = operation({
  id: 'removeSource',
  method: 'DELETE',
  path: '/api/v1/sources/{id}/documents',
  summary: 'End a source that was pushed',
  description:
    'Its documents are removed; their history stays. Takes the ownership of the source, or the role governor.',
  tag: 'Documents',
  about: 'process',
  needs: 'own',
  parameters: { id: idOf('source') },
  answer: { description: 'What was removed.', schema: ref('PushView') },
  faults: [faults.PUSH_OFF, faults.LOADING, control.SOURCE_UNKNOWN, control.SOURCE_NOT_PUSHED, control.PUSH_LATE],
  async run({ id }, call) {
    const catalog = pushableIn(call);
    if (catalog.snapshot().sources.every(({ name }) => name !== id)) throw control.SOURCE_UNKNOWN({ source: id });
    demand(call.principal, owning({ source: id }));
    const view = pushView(await catalog.removePushed(id), false);
    await call.serving.access.audit.record({
      principal: call.principal,
      action: 'source.removed',
      subject: `source:${id}`,
      detail: { removed: view.counts.removed },
    });
    return view;
  },
});
