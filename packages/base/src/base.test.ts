import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atLeast,
  canonical,
  catalogue,
  compareFindings,
  deepFreeze,
  digestOf,
  digestOfText,
  Fault,
  type Finding,
  fill,
  findingOf,
  keysOf,
  lastKeyOf,
  nearest,
  pointerOf,
  slug,
} from './index.ts';

test('a pointer is its keys, escaped, and the other way round (RFC 6901)', () => {
  expect(pointerOf('', 'channels', 'a/b~c', 0)).toBe('/channels/a~1b~0c/0');
  fc.assert(
    fc.property(fc.array(fc.string()), keys => {
      expect(keysOf(pointerOf('', ...keys))).toEqual(keys);
      expect(lastKeyOf(pointerOf('', ...keys))).toBe(keys.at(-1));
    }),
  );
});

test('digests do not depend on the order of keys or on members that are undefined', () => {
  expect(digestOfText('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digestOf({ a: 1, b: [{ c: undefined, d: null }] })).toBe(digestOf({ b: [{ d: null }], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  fc.assert(
    fc.property(fc.jsonValue().filter(isReadWell), value => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a finding speaks the words of its kind with its parameters', () => {
  const kind = {
    code: 'A',
    severity: 'warning',
    says: '`{name}` is odd.',
    why: '',
    help: 'Mend {name}; leave {id}.',
    bad: '',
    good: '',
  };
  const finding = findingOf({ ...kind, severity: 'warning' }, { source: 'a', pointer: '' }, { name: 'x' });
  expect(finding).toMatchObject({ message: '`x` is odd.', help: 'Mend x; leave {id}.', severity: 'warning' });
  expect(fill('{n} of {n}', { n: 2 })).toBe('2 of 2');
});

test('findings are told by source, place, severity and code', () => {
  const finding = (source: string, line: number, severity: Finding['severity'], code = 'A'): Finding => {
    const start = { line, column: 1 };
    return { code, severity, message: '', help: '', origin: { source, pointer: '' }, range: { start, end: start } };
  };
  const list = [
    finding('b', 1, 'error'),
    finding('a', 2, 'info'),
    finding('a', 2, 'error'),
    finding('a', 1, 'warning'),
  ];
  const order = list
    .sort(compareFindings)
    .map(({ origin, range, severity }) => `${origin.source}${range?.start.line} ${severity}`);
  expect(order).toEqual(['a1 warning', 'a2 error', 'a2 info', 'b1 error']);
  expect([atLeast('error', 'warning'), atLeast('info', 'warning')]).toEqual([true, false]);
});

test('a fault carries its code, its help and what it needs to be answered with', () => {
  const faults = catalogue('STORE', {
    IN_USE: { status: 409, exit: 3, retry: true, says: 'The store {path} is in use.', help: 'Stop what uses {path}.' },
  });
  const cause = new Error('locked');
  const fault = faults.IN_USE({ path: 'a.db' }, { cause });
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({
    code: 'STORE_IN_USE',
    message: 'The store a.db is in use.',
    help: 'Stop what uses a.db.',
    cause,
  });
  expect(fault.kind).toMatchObject({ status: 409, exit: 3, retry: true });
  expect(Object.keys(faults.kinds)).toEqual(['STORE_IN_USE']);
});

test('did you mean: close names only, swapped letters count once', () => {
  expect(nearest('paylaod', ['payload', 'headers'])).toBe('payload');
  expect(nearest('adress', ['address', 'title'])).toBe('address');
  expect(nearest('Orders', ['orders'])).toBe('orders');
  expect(nearest('banana', ['payload', 'headers'])).toBeUndefined();
});

test('slugs read well in a URL and never are empty', () => {
  expect(slug('Order Service (v2)')).toBe('order-service-v2');
  expect(slug('Bücher & Größe')).toBe('bucher-große');
  expect(slug('orders.placed.v1')).toBe('orders.placed.v1');
  expect(slug('///')).toBe('unnamed');
});

test('frozen through and through', () => {
  const value = deepFreeze({ a: [{ b: 1 }] });
  expect(() => Object.assign(value.a[0] as object, { b: 2 })).toThrow(TypeError);
});

/** V8 13.6, of Node 24, reads the name of a member that is a quotation mark alone as a backslash. */
function isReadWell(value: unknown): boolean {
  return !JSON.stringify(value).includes('"\\"":');
}
