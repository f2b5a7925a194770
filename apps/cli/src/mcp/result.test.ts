import { expect, test } from 'vitest';
import { refusalOf, result } from './result.ts';

test('long answers are cut, and say how much is missing', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ name: `service-${at}`, messages: ['a', 'b'] }));
  const { content, structuredContent } = result(many.map(({ name }) => name).join('\n'), { services: many });
  const { services, leftOff } = structuredContent as { services: unknown[]; leftOff: Record<string, number> };
  expect(services.length + (leftOff.services ?? 0)).toBe(500);
  expect(JSON.stringify(structuredContent).length).toBeLessThan(16_100);
  expect(JSON.stringify(content)).toContain('… and 380 more lines');
});

test('lists within lists are cut where the whole is too long', () => {
  const nested = { teams: [{ services: Array.from({ length: 2000 }, (_, at) => `a-long-name-of-a-service-${at}`) }] };
  const { structuredContent } = result('', nested);
  expect(structuredContent).toMatchObject({ leftOff: { 'teams[].services': 1940 } });
});

test('short answers are as they are, but for secrets', () => {
  const { content, structuredContent } = result('amqp://guest:hunter22@example.com', {
    at: 'amqp://guest:hunter22@example.com',
  });
  expect(content).toEqual([{ type: 'text', text: 'amqp://guest:********@example.com' }]);
  expect(structuredContent).toEqual({ at: 'amqp://guest:********@example.com' });
});

test('a mistake of ours is not told as if it were the agent’s', () => {
  expect(() => refusalOf(new TypeError('x is not a function'))).toThrow('x is not a function');
});
