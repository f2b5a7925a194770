import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

test('a member is made when it is asked for, once, and stands among the others', () => {
  let made = 0;
  const facts = Object.freeze({ ...lazily({ first: 1 }, 'rest', () => ++made), last: 3 });
  expect(made).toBe(1);
  const later = Object.freeze(
    Object.assign(
      lazily({}, 'digest', () => ++made),
      { name: 'orders' },
    ),
  );
  expect(made).toBe(1);
  expect([later.digest, later.digest, made]).toEqual([2, 2, 2]);
  expect(JSON.stringify([facts, later])).toBe('[{"first":1,"rest":1,"last":3},{"digest":2,"name":"orders"}]');
});
