/** `npm run bench -- compare`: how long comparing two JSON Schemas of 200 members takes, beside compiling them with ajv. */
import { compare } from '@portolan/schema/compare';
import { Ajv } from 'ajv';

const MEMBERS = 200;
const RUNS = 60;

/** A schema as teams write them; `changed` narrows some of its members. */
function schema(changed: number): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (let index = 0; index < MEMBERS; index++) properties[`field${index}`] = member(index, index < changed);
  return { type: 'object', properties, required: Object.keys(properties).slice(0, MEMBERS / 2) };
}

function member(index: number, isChanged: boolean): unknown {
  switch (index % 5) {
    case 0:
      return { type: 'string', minLength: 1, maxLength: 40, description: 'a text' };
    case 1:
      return { type: 'integer', minimum: 0, maximum: isChanged ? 100 : 1000 };
    case 2:
      return { enum: isChanged ? ['a', 'b'] : ['a', 'b', 'c'] };
    case 3:
      return { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } } } };
    default:
      return { type: 'object', properties: { at: { type: 'string', format: 'date-time' } }, required: ['at'] };
  }
}

/** The median of some runs after the first half, in milliseconds. */
function median(run: () => void): number {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count++) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  const warm = times.slice(RUNS / 2).sort((a, b) => a - b);
  return warm[warm.length >> 1] ?? 0;
}

const lookups = { writer: () => undefined, reader: () => undefined };
const compiling = median(() => {
  for (const definition of [schema(0), schema(60)])
    new Ajv({ strict: false, validateFormats: false }).compile(definition);
});
console.info(`Compiling both with ajv   ${compiling.toFixed(1)} ms`);
for (const [title, before, after] of [
  ['the same', 0, 0],
  ['relaxed in 24 places', 60, 0],
  ['narrowed in 24 places, each with a witness', 0, 60],
] as const) {
  const [writer, reader] = [before, after].map((changed, index) => {
    return { id: `version ${index + 1}`, format: 'json-schema', definition: schema(changed) };
  });
  if (!writer || !reader) continue;
  const time = median(() => compare(writer, reader, lookups));
  const { verdict } = compare(writer, reader, lookups);
  console.info(`Comparing, ${title}: ${verdict}   ${time.toFixed(1)} ms   ${(time / compiling).toFixed(2)} ×`);
}
