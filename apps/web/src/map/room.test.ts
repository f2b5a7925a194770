import { expect, test } from 'vitest';
import { createRoom } from './room.ts';

test('a name has room where no other stands', () => {
  const room = createRoom();
  expect(room.takes(10, 10, 100, 12)).toBe(true);
  expect(room.takes(60, 15, 100, 12)).toBe(false);
  expect(room.takes(60, 22, 100, 12)).toBe(true);
  expect(room.takes(110, 10, 100, 12)).toBe(true);
});

test('what was refused takes nothing from others', () => {
  const room = createRoom();
  room.takes(0, 0, 50, 10);
  expect(room.takes(40, 0, 400, 10)).toBe(false);
  expect(room.takes(300, 0, 50, 10)).toBe(true);
});

test('long names and places left of the map count too, and all of it is free again for the next drawing', () => {
  const room = createRoom();
  expect(room.takes(-500, -20, 900, 12)).toBe(true);
  expect(room.takes(380, -15, 10, 10)).toBe(false);
  room.clear();
  expect(room.takes(380, -15, 10, 10)).toBe(true);
});
