import { type Contract, type Load, readText } from '@portolan/contract';
import { mustBeNone } from '@portolan/rewrite';

/**
 * Reads a result before anybody else does.
 *
 * Faults: REWRITE_NOT_FAITHFUL when it is no document any more.
 */
export async function readBack(location: string, text: string, load: Load): Promise<Contract> {
  const { contract } = await readText(location, text, load);
  if (!contract) mustBeNone(location, [{ pointer: '', before: 'a document', after: undefined }]);
  return contract as Contract;
}
