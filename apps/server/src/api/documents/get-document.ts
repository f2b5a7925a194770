import { faults } from '../../faults.ts';
import type { DocumentPage } from '../../port.ts';
import { scoreView } from '../../views/score-view.ts';
import { documentSummary } from '../../views/summaries.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { textsOf } from './texts.ts';

export const getDocument = operation({
  id: 'getDocument',
  path: '/api/v1/documents/{id}',
  summary: 'One document with its text and its findings',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('document') },
  answer: { description: 'The document, the entry file first.', schema: ref('DocumentPage') },
  faults: [faults.NOT_FOUND],
  async run({ id }, { known, serving }): Promise<DocumentPage> {
    const document = known.snapshot.documents.get(id);
    if (!document) throw faults.NOT_FOUND({ kind: 'document', id });
    return {
      document: documentSummary(known, document),
      files: await textsOf(document.files, serving),
      findings: known.findingsOf(id),
      ...(document.score && { score: scoreView(document.score) }),
    };
  },
});
