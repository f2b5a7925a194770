import type { Catalog } from '@portolan/control';
import { faults } from '../../faults.ts';
import { makePatch } from '../../patch/make-patch.ts';
import type { PatchView, PatchWish } from '../../port.ts';
import { known } from '../../views/known.ts';
import { object, ref, string } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

const TEXT = { ...string, maxLength: 20_000 };

export const proposePatch = operation({
  id: 'proposePatch',
  method: 'POST',
  path: '/api/v1/documents/{id}/patch',
  summary: 'A patch that gives a document another owner or description',
  description:
    'Nothing is written: the answer is a unified diff for a pull request. An empty wish answers what the document says now.',
  tag: 'Documents',
  about: 'process',
  needs: 'read',
  parameters: { id: idOf('document') },
  body: {
    description: 'What it should say.',
    schema: object(
      {},
      { channel: TEXT, message: TEXT, owner: { ...string, minLength: 1, maxLength: 200 }, description: TEXT },
    ),
    limit: 64 * 1_024,
  },
  answer: { description: 'The patch.', schema: ref('PatchView') },
  faults: [faults.NOT_FOUND, faults.PATCH_REFUSED, faults.BODY_INVALID, faults.LOADING],
  async run({ id }, { serving, body }): Promise<PatchView> {
    const catalog = serving.catalog();
    if (!catalog) throw faults.LOADING();
    const document = known(catalog.snapshot()).snapshot.documents.get(id);
    if (!document) throw faults.NOT_FOUND({ kind: 'document', id });
    if (!document.contract || document.stale) {
      throw faults.PATCH_REFUSED({ name: document.title, reason: 'its present text cannot be read' });
    }
    const wish = body as PatchWish;
    const made = await makePatch(document.contract, await filesOf(catalog, document.files), wish);
    if (!made) throw faults.NOT_FOUND({ kind: 'channel or message', id: wish.channel ?? wish.message ?? '' });
    return made;
  },
});

/** The texts as they are; a patch has to fit them, so nothing in them is masked. */
function filesOf(catalog: Catalog, files: readonly { location: string; digest: `sha256:${string}` }[]) {
  return Promise.all(
    files.map(async ({ location, digest }) => ({ location, text: (await catalog.text(digest)) ?? '' })),
  );
}
