import { Fault } from '@portolan/base';
import { maskSecrets } from '@portolan/checks';
import { type Contract, readText, type SourceFile } from '@portolan/contract';
import { apply, type Edit, insertMember, replaceValue, unifiedDiff } from '@portolan/rewrite';
import { faults } from '../faults.ts';
import type { PatchView, PatchWish } from '../port.ts';
import { type Edited, editedIn } from './edited.ts';

/**
 * The patch that gives a document another owner or description. The text is edited where it stands, in its own style, and
 * what comes out is read again: a patch that would not say what is wished is refused. Undefined when there is no such
 * channel or message.
 *
 * Faults: SERVER_PATCH_REFUSED.
 */
export async function makePatch(
  contract: Contract,
  files: readonly SourceFile[],
  wish: PatchWish,
): Promise<PatchView | undefined> {
  const edited = editedIn(contract, wish);
  if (!edited) return undefined;
  const { name, description, owner } = edited;
  const file = files.find(({ location }) => location === edited.origin.source);
  if (!file) throw faults.PATCH_REFUSED({ name, reason: 'its file is not at hand' });
  const text = apply(file.text, editsOf(file, edited, wish));
  if (text !== file.text) await prove(contract, files, { ...file, text }, wish);
  const patch = unifiedDiff(file.location, file.text, text);
  if (maskSecrets(patch) !== patch) {
    throw faults.PATCH_REFUSED({ name, reason: 'a secret stands beside the place, and a patch would show it' });
  }
  return {
    name,
    ...(owner && { owner: owner.word }),
    ...(description !== undefined && { description }),
    file: file.location,
    patch,
    title: titleOf(name, wish, edited),
  };
}

function editsOf(file: SourceFile, edited: Edited, { owner, description }: PatchWish): Edit[] {
  const { origin, name } = edited;
  try {
    return [
      ...(owner === undefined || owner === edited.owner?.word ? [] : ownerEdits(file, edited, owner)),
      ...(description === undefined || description === edited.description
        ? []
        : member(file, origin.pointer, 'description', description, ['summary', 'title'])),
    ];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw faults.PATCH_REFUSED({ name, reason: error.message.replace(/\.$/, '') }, { cause: error });
  }
}

function ownerEdits(file: SourceFile, { origin, owner }: Edited, word: string): Edit[] {
  if (!owner) return member(file, origin.pointer, 'x-owner', word, ['version', 'title']);
  return replaceValue(file, { pointer: owner.pointer }, word);
}

/** Gives a member another value, or adds it behind the first of some others that is there. */
function member(file: SourceFile, pointer: string, key: string, value: string, behind: readonly string[]): Edit[] {
  try {
    return replaceValue(file, { pointer: `${pointer}/${key}` }, value);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'REWRITE_EDIT_NO_MEMBER') throw error;
  }
  const after = behind.find(other => has(file, `${pointer}/${other}`));
  return insertMember(file, { pointer }, key, value, after);
}

function has(file: SourceFile, pointer: string): boolean {
  try {
    return replaceValue(file, { pointer }, '').length > 0;
  } catch {
    return false;
  }
}

/** Reads what would come out. */
async function prove(before: Contract, files: readonly SourceFile[], changed: SourceFile, wish: PatchWish) {
  const texts = new Map(files.map(({ location, text }) => [location, text]));
  texts.set(changed.location, changed.text);
  const entry = before.origin.source;
  const { contract } = await readText(entry, texts.get(entry) ?? '', async location => texts.get(location));
  const after = contract && !contract.incomplete ? editedIn(contract, wish) : undefined;
  const said = (wish.description ?? after?.description) === after?.description;
  const owned = (wish.owner ?? after?.owner?.word) === after?.owner?.word;
  if (!after || !said || !owned) {
    const { name } = editedIn(before, wish) as Edited;
    throw faults.PATCH_REFUSED({ name, reason: 'the text would not say what is wished' });
  }
}

function titleOf(name: string, { owner, description }: PatchWish, before: Edited): string {
  const owned = owner !== undefined && owner !== before.owner?.word;
  const told = description !== undefined && description !== before.description;
  if (owned && told) return `Describe ${name}, and name ${owner} as its owner`;
  return owned ? `Name ${owner} as the owner of ${name}` : `Describe ${name}`;
}
