import { readText } from './read.ts';

/** Reads a document given as text, or as files by location of which the first is the entry: for tests. */
export function readExample(example: string | Readonly<Record<string, string>>) {
  const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const [location, text] = Object.entries(files)[0] as [string, string];
  return readText(location, text, name => (files as Record<string, string>)[name]);
}
