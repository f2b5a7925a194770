import { expect, test } from 'vitest';
import { Refused, request } from './api.ts';
import { keepComment, type Wanted } from './comment.ts';
import { commentsHost, type Host } from './comments-host.test-support.ts';

const WANTED: Wanted = {
  repository: 'example/shop',
  pull: 7,
  name: 'default',
  run: [12, 1],
  body: 'Breaking.',
  quiet: false,
};
const mark = (run: string, name = 'default') => `<!-- portolan-check name=${name} run=${run} -->`;
const keep = (host: Host, wanted: Partial<Wanted> = {}) =>
  keepComment({ url: host.url, token: 'secret', patience: 1 }, { ...WANTED, ...wanted });
const bodies = (host: Host) => host.comments.map(({ body }) => body);

test('the first run makes a comment, and the next ones keep it up to date', async () => {
  await using host = await commentsHost();
  expect(await keep(host)).toBe('created');
  expect(await keep(host, { run: [13, 1], body: 'Nothing breaks.', quiet: true })).toBe('updated');
  expect(bodies(host)).toEqual([`${mark('13.1')}\nNothing breaks.`]);
});

test('it is found behind any number of other comments', async () => {
  await using host = await commentsHost();
  for (let n = 0; n < 250; n++) host.add(`Comment ${n}`);
  host.add(`${mark('11.1')}\nBefore.`);
  host.add('And one more.');
  expect(await keep(host)).toBe('updated');
  expect(host.comments).toHaveLength(252);
  expect(host.comments[250]?.body).toBe(`${mark('12.1')}\nBreaking.`);
});

test('when there is nothing to say there is no comment', async () => {
  await using host = await commentsHost();
  expect(await keep(host, { quiet: true })).toBe('none');
  expect(host.comments).toEqual([]);
});

test('each check of a pull request has its own', async () => {
  await using host = await commentsHost();
  host.add(`${mark('11.1', 'other')}\nAnother check.`);
  expect(await keep(host)).toBe('created');
  expect(host.comments).toHaveLength(2);
});

test('a run that was slow leaves what a newer one wrote, also a newer attempt of itself', async () => {
  await using host = await commentsHost();
  host.add(`${mark('12.2')}\nNewer.`);
  expect(await keep(host)).toBe('kept');
  expect(await keep(host, { run: [12, 3] })).toBe('updated');
});

test('a stranger cannot stop it with a comment that looks like its own', async () => {
  await using host = await commentsHost();
  host.add(`${mark('999999.1')}\nAll is well.`, { user: { type: 'User' }, author_association: 'CONTRIBUTOR' });
  host.add(`> ${mark('999999.1')}`, { user: { type: 'User' }, author_association: 'OWNER' });
  expect(await keep(host)).toBe('created');
  expect(host.comments).toHaveLength(3);
});

test('a token of a person finds its own comment as well', async () => {
  await using host = await commentsHost();
  host.add(`${mark('11.1')}\nBefore.`, { user: { type: 'User' }, author_association: 'MEMBER' });
  expect(await keep(host)).toBe('updated');
});

test.each([
  ['before', { times: 3 }],
  ['after', { times: 1, after: true }],
] as const)('a bad moment %s the comment is made leaves one comment', async (_, more) => {
  await using host = await commentsHost();
  host.trouble.push({ method: 'POST', status: 502, ...more }, { method: 'GET', status: 503, times: 1 });
  expect(['created', 'updated']).toContain(await keep(host));
  expect(bodies(host)).toEqual([`${mark('12.1')}\nBreaking.`]);
});

test('a limit of how often one may ask is waited for, and a refusal is told', async () => {
  await using host = await commentsHost();
  host.trouble.push({ method: 'POST', status: 403, headers: { 'retry-after': '0' }, times: 1 });
  expect(await keep(host)).toBe('created');
  host.trouble.push({ method: 'PATCH', status: 403, times: 1 });
  const refusal = await keep(host).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refused);
  expect(refusal).toMatchObject({ status: 403 });
});

test('a host that stays away is given up', async () => {
  await using host = await commentsHost();
  host.trouble.push({ method: 'GET', status: 502, times: 100 });
  await expect(keep(host)).rejects.toMatchObject({ status: 502 });
  expect(host.asked).toHaveLength(5);
});

test('several runs at once leave one comment, with what the newest says', async () => {
  await using host = await commentsHost();
  const runs = [14, 12, 15, 13];
  await Promise.all(runs.map(run => keep(host, { run: [run, 1], body: `Run ${run}.` })));
  expect(host.comments).toHaveLength(1);
  // However the others were mixed: the next run finds the one that is there.
  expect(await keep(host, { run: [16, 1], body: 'Run 16.' })).toBe('updated');
  expect(bodies(host)).toEqual([`${mark('16.1')}\nRun 16.`]);
});

test('whoever finds an older comment of another run beside its own takes its own away', async () => {
  await using host = await commentsHost();
  let lists = 0;
  host.onList = () => {
    // While this run found nothing yet, another one was a moment faster.
    if (++lists !== 2) return;
    const [own] = host.comments.splice(0);
    host.comments.push({ ...host.add(`${mark('11.1')}\nEarlier.`), id: 0 });
    host.comments.shift();
    if (own) host.comments.push(own);
  };
  expect(await keep(host)).toBe('updated');
  expect(bodies(host)).toEqual([`${mark('12.1')}\nBreaking.`]);
});

test('what interrupted runs left over is taken away', async () => {
  await using host = await commentsHost();
  for (const run of ['9.1', '10.1', '11.1']) host.add(`${mark(run)}\nBefore.`);
  expect(await keep(host)).toBe('updated');
  expect(bodies(host)).toEqual([`${mark('12.1')}\nBreaking.`]);
});

test('the token goes nowhere but to the host, wherever an answer leads', async () => {
  await using host = await commentsHost();
  await using other = await commentsHost();
  const api = { url: host.url, token: 'secret', patience: 1 };
  for (const path of [`${other.url}/repos`, '//127.0.0.1/', '/elsewhere', '../../etc'])
    await expect(request(api, 'GET', path), path).rejects.toThrow(Refused);
  expect([...host.asked, ...other.asked]).toEqual([]);
});
