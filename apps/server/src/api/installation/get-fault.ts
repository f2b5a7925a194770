import { catalogues } from '../../catalogues.ts';
import { faults } from '../../faults.ts';
import { boolean, integer, object, string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getFault = operation({
  id: 'getFault',
  path: '/api/v1/faults/{code}',
  summary: 'What the code of a problem means',
  description: 'The `type` of every problem leads here. Words in braces are filled in when the fault happens.',
  tag: 'Installation',
  about: 'process',
  needs: 'nothing',
  parameters: { code: idOf('fault') },
  answer: {
    description: 'The entry of the catalogue.',
    schema: object({ code: string, status: integer, retry: boolean, says: string, help: string }),
  },
  faults: [faults.NOT_FOUND],
  run({ code }) {
    const kind = catalogues.find(kinds => kinds[code])?.[code];
    if (!kind) throw faults.NOT_FOUND({ kind: 'fault', id: code });
    const { status, retry, says, help } = kind;
    return { code, status, retry, says, help };
  },
});
