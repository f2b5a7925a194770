import { catalogue } from '@portolan/base';
import { readText } from './read.ts';

const faults = catalogue('EXAMPLE', {
  REFUSED: { status: 502, exit: 3, retry: true, says: 'Nobody answers at {url}.', help: 'Check the address.' },
});

/**
 * Reads a document given as text, or as files by location of which the first is the entry: for tests. Files may be of the
 * network; nobody answers at `https://refused.invalid`.
 */
export function readExample(example: string | Readonly<Record<string, string>>) {
  const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const [location, text] = Object.entries(files)[0] as [string, string];
  return readText(location, text, name => {
    if (name.startsWith('https://refused.invalid/')) throw faults.REFUSED({ url: name });
    return (files as Record<string, string>)[name];
  });
}
