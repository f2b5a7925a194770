import { expect, test } from 'vitest';
import { somebody, testAccess } from '../access/access.test-support.ts';

const principal = somebody('governor');

test('an entry says who did what to what, when and from where', async () => {
  const { access } = await testAccess();
  await access.audit.record({
    principal,
    action: 'waiver.granted',
    subject: 'rule:NAMES',
    detail: { until: '2026-12-31' },
  });
  expect(await access.audit.list({ limit: 9 })).toEqual([
    {
      sequence: 1,
      at: '2026-03-01T10:00:00.000Z',
      who: { kind: 'user', id: 'test', name: 'test' },
      from: '192.0.2.1',
      action: 'waiver.granted',
      subject: 'rule:NAMES',
      detail: { until: '2026-12-31' },
    },
  ]);
});

test('secrets are left out, however deep they are, and so is what is too much', async () => {
  const { access } = await testAccess();
  const secret = `ptl_${'a'.repeat(43)}`;
  const detail = {
    password: 'hunter2',
    nested: { clientSecret: 'hunter2', Authorization: 'hunter2', kept: [`made ${secret}`, { token: 'hunter2' }] },
    long: 'x'.repeat(10_000),
    many: Array.from({ length: 1_000 }, () => 1),
    deep: { a: { b: { c: { d: 'hunter2' } } } },
  };
  await access.audit.record({ principal, action: 'thing.done', subject: `token:${secret}`, detail });
  const [entry] = await access.audit.list({ limit: 1 });
  const text = JSON.stringify(entry);
  expect(text).not.toContain('hunter2');
  expect(text).not.toContain(secret);
  expect(text.length).toBeLessThan(2_000);
  expect(entry).toMatchObject({ subject: 'token:ptl_•••', detail: { nested: { kept: ['made ptl_•••', {}] } } });
});
