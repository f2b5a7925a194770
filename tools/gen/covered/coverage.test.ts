import { type Rule, rules } from '@portolan/checks';
import { findingKinds } from '@portolan/contract';
import { expect, test } from 'vitest';
import { bindingDemands } from './bindings.ts';
import { peers } from './peers.ts';
import { specificationAdvice, specificationDemands } from './specification.ts';

const kinds = new Map([...findingKinds, ...rules].map(kind => [kind.code, kind]));
const demands = [...specificationDemands, ...bindingDemands];

test('every demand is guarded by findings that exist, or a sentence says why none can', () => {
  expect(demands.length).toBeGreaterThan(100);
  for (const { section, guard } of [...demands, ...specificationAdvice]) {
    if (typeof guard === 'string') expect(guard, section).toMatch(/^[A-Z].{20,}\.$/);
    else expect(guard.length, section).toBeGreaterThan(0);
    expect(typeof guard === 'string' ? [] : guard.filter(code => !kinds.has(code)), section).toEqual([]);
  }
});

/** Guards that are no errors although the text says MUST, each with the reason. */
const MILDER: Readonly<Record<string, string>> = {
  MESSAGE_AMBIGUOUS: 'The demand is about messages that are sent; a document only makes it hard to keep.',
  GRAMMAR_REFERENCE_SIBLINGS: 'The text does not forbid what stands there, it has tools ignore it.',
  CHANNEL_REFERENCE_OVERLAP: 'The text says that the outcome is not defined.',
  SERVER_VARIABLE_UNUSED: 'A variable too many leads nobody astray; one too few does.',
  SERVER_BINDING_FOREIGN: 'The bindings limit what they are about, not what a document may hold.',
  MESSAGE_EXAMPLE_NOT_CHECKED: 'It says that nothing was judged.',
  DOCUMENT_WITHOUT_OPERATIONS: 'A library of channels is a document too, and 3.0 has made the demand an advice.',
};

test('what breaks a MUST is an error, in every set, unless it is argued', () => {
  const guards = new Set(demands.flatMap(({ guard }) => guard).filter(code => kinds.has(code)));
  const mild = [...guards].filter(code => kinds.get(code)?.severity !== 'error');
  expect(mild.sort()).toEqual(Object.keys(MILDER).sort());
  const optional = [...guards].filter(code => {
    const sets = (kinds.get(code) as Partial<Rule>).sets;
    return sets !== undefined && !sets.includes('recommended');
  });
  expect(optional).toEqual([]);
});

test('every rule of a peer is covered by findings that exist, or a sentence says why not', () => {
  for (const { tool, rules: theirs } of peers) {
    for (const { name, ours } of theirs) {
      if (typeof ours === 'string') expect(ours, name).toMatch(/^[A-Z].{20,}\.$/);
      expect(typeof ours === 'string' ? [] : ours.filter(code => !kinds.has(code)), `${tool} ${name}`).toEqual([]);
    }
  }
});
