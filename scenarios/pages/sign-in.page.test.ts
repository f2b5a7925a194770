import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildPortal } from './build-portal.ts';
import { chromiumPath, type Look, newPage, newWindow, startBrowser } from './chromium.ts';
import { EXAMPLES } from './folders.ts';
import { type Portal, startPortal } from './portal.ts';
import { soon } from './soon.ts';

const PASSWORD = 'correct horse battery';
const OTHER_PASSWORD = 'staple of seven words';

const skipped = chromiumPath ? '' : ' (skipped: no Chromium here; install one, or name it in PORTOLAN_CHROMIUM)';

describe.skipIf(!chromiumPath)(`Signing in${skipped}`, () => {
  let portal: Portal;
  let browser: Browser;
  let windows: BrowserContext[] = [];
  let wrongs: (readonly string[])[] = [];

  beforeAll(async () => {
    await buildPortal();
    [portal, browser] = await Promise.all([startPortal(EXAMPLES, ['--access', 'closed']), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });
  afterEach(async () => {
    await Promise.all(windows.map(window => window.close()));
    const all = wrongs.flat();
    [windows, wrongs] = [[], []];
    expect(all).toEqual([]);
  });

  /** A page in a browser of its own: nobody has signed in there. */
  async function open(
    path: string,
    look?: Look,
    cookies: Parameters<BrowserContext['addCookies']>[0] = [],
  ): Promise<Page> {
    const window = await newWindow(browser, look);
    await window.addCookies(cookies);
    windows.push(window);
    const opened = await newPage(window);
    wrongs.push(opened.wrongs);
    await opened.page.goto(path.startsWith('http') ? path : portal.url + path);
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
    return opened.page;
  }

  async function signIn(page: Page, name: string, password: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** A page of somebody who has signed in already. */
  async function openAs(name: string, path: string, look?: Look): Promise<Page> {
    const body = JSON.stringify({ name, password: name === 'ada' ? PASSWORD : OTHER_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${portal.url}/api/v1/session`, { method: 'POST', body, headers });
    const [, cookie, value = ''] = /^(\w+)=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
    return await open(path, look, [{ name: cookie ?? '', value, url: portal.url }]);
  }

  async function expectNoBarriers(page: Page): Promise<void> {
    // Only colours differ between the themes.
    const dark = () => new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']);
    for (const [colorScheme, axe] of [['light', () => new AxeBuilder({ page })] as const, ['dark', dark] as const]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await axe().setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    }
  }

  test('at the first start nobody can sign in, and the page says where the link is', async () => {
    const page = await open('/services');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByText('Open the link that portolan up printed').waitFor();
    await expectNoBarriers(page);
  });

  test('the link makes the first administrator, once', async () => {
    const link = /http:\S+\/setup#\S+/.exec(portal.said())?.[0] as string;
    const page = await open(link);
    await expectNoBarriers(page);
    // The secret is not left in the address and in the history.
    await soon(() => page.evaluate(() => window.location.hash)).toBe('');
    await page.getByRole('textbox', { name: 'Name' }).fill('ada');
    await page.getByLabel('Password', { exact: true }).fill('too short');
    await page.getByRole('button', { name: 'Make it and sign in' }).click();
    await page.getByRole('alert').getByText('shorter than 12 characters').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Make it and sign in' }).click();
    await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'ada' }).waitFor();
    const again = await open(link);
    await again.getByRole('heading', { name: 'It is set up already' }).waitFor();
  });

  test('a wrong password is said in words, and leads nowhere', async () => {
    const page = await open('/sign-in');
    await signIn(page, 'ada', 'not the password');
    await page.getByRole('alert').getByText('The name or the password is wrong.').waitFor();
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await expectNoBarriers(page);
    await page.goto(`${portal.url}/map`);
    await page.waitForURL(/\/sign-in\?next=/);
  });

  test('the right one leads to the page that was wanted, and to no page of others', async () => {
    const page = await open('/services?q=order');
    await signIn(page, 'ada', PASSWORD);
    await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
    expect(page.url()).toBe(`${portal.url}/services?q=order`);
    const lured = await open('/sign-in?next=https%3A%2F%2Fexample.com%2F');
    await signIn(lured, 'ada', PASSWORD);
    await lured.waitForURL(`${portal.url}/`);
  });

  test('an administrator makes a user, who may read and not administer', async () => {
    const ada = await openAs('ada', '/users');
    await ada.getByRole('link', { name: 'New user' }).click();
    await ada.getByLabel('Name', { exact: true }).fill('ben');
    await ada.getByLabel('First password', { exact: true }).fill(OTHER_PASSWORD);
    await expectNoBarriers(ada);
    await ada.getByRole('button', { name: 'Make the user' }).click();
    await ada.getByRole('table', { name: 'Users' }).getByRole('link', { name: 'ben' }).waitFor();
    const ben = await openAs('ben', '/services');
    expect(await ben.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    await ben.goto(`${portal.url}/users`);
    await ben.getByRole('alert').getByText('it takes the role administrator').waitFor();
  });

  test('a token is shown once, and works until it is revoked', async () => {
    const page = await openAs('ada', '/tokens');
    await page.getByLabel('Name', { exact: true }).fill('pipeline');
    await page.getByRole('button', { name: 'Make the token' }).click();
    const secret = await page.getByText(/^ptl_[\w-]{43}$/).textContent();
    await expectNoBarriers(page);
    const headers = { authorization: `Bearer ${secret}` };
    const statusOf = async () => (await fetch(`${portal.url}/api/v1/overview`, { headers })).status;
    expect(await statusOf()).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke pipeline' }).click();
    await page.getByText('Revoked').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await statusOf()).toBe(401);
  });

  test('a session that has ended leads back to the sign-in, and on to the same page', async () => {
    const one = await openAs('ada', '/account');
    await expectNoBarriers(one);
    const other = await openAs('ada', '/services');
    await one.getByRole('button', { name: 'Sign out everywhere' }).click();
    await one.waitForURL(`${portal.url}/sign-in`);
    await other.getByRole('link', { name: 'Channels' }).click();
    await other.getByText('Your session has ended.').waitFor();
    await signIn(other, 'ada', PASSWORD);
    await other.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
  });

  test('a password is changed, and only the new one is good', async () => {
    const page = await openAs('ben', '/account');
    await page.getByLabel('Old password', { exact: true }).fill(OTHER_PASSWORD);
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed.').waitFor();
    const again = await open('/sign-in');
    await signIn(again, 'ben', OTHER_PASSWORD);
    await again.getByRole('alert').waitFor();
    await signIn(again, 'ben', PASSWORD);
    await again.waitForURL(`${portal.url}/`);
  });

  test('the audit log tells all of it, to administrators, also on a phone', async () => {
    const page = await openAs('ada', '/audit', { phone: true });
    const log = page.getByRole('table', { name: 'Audit log' });
    for (const subject of ['user:ada', 'user:ben', 'token:pipeline']) await log.getByText(subject).first().waitFor();
    await expectNoBarriers(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await page.getByLabel('What was done').selectOption('token.');
    await soon(() => log.getByText('user:ben').count()).toBe(0);
    for (const word of [PASSWORD, OTHER_PASSWORD]) expect(await page.content()).not.toContain(word);
  });
});
