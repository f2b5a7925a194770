import { type Contract, readText } from '@portolan/contract';

/** The Contract of a text. Throws for a text that is no document. */
export async function contractOf(text: string): Promise<Contract> {
  const { contract } = await readText('asyncapi.yaml', text, () => undefined);
  if (!contract) throw new Error('the text is no document');
  return contract;
}
