import { readText } from '@portolan/contract';
import { differences, facts } from '../facts.test-support.ts';
import { convert } from './convert.ts';

/** How every document of these tests begins. */
export const head = `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
`;

/** A document before and after, as the reader sees them. */
export async function both(text: string, files: Readonly<Record<string, string>> = {}) {
  const found = Object.entries(files).map(([location, words]) => ({ location, text: words }));
  const converted = convert(text, { to: '3.1.0', files: found });
  const lookup = (location: string) => files[location];
  const [before, after] = await Promise.all([
    readText('asyncapi.yaml', text, lookup),
    readText('asyncapi.yaml', converted.text, lookup),
  ]);
  const changed = differences(facts(before.contract), facts(after.contract));
  return { ...converted, changed, says: converted.findings.map(({ code, message }) => `${code} ${message}`), after };
}
