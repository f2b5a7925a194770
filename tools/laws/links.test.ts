import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { files, ROOT, textOf } from './files.ts';
import { anchorsOf, linksOf } from './markdown.ts';

const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Why a link of a page leads nowhere; undefined when it leads somewhere. */
function brokenLink(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path))).replaceAll('\\', '/');
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return `${page}: ${link} is not there`;
  if (anchor && target.endsWith('.md') && !anchorsOf(textOf(target)).has(anchor))
    return `${page}: ${link} has no such heading`;
  return undefined;
}

test('every link inside the documentation leads somewhere, anchors included', () => {
  const pages = files('.md');
  const links = pages.flatMap(page => linksOf(textOf(page)).map(link => [page, link] as const));
  const inside = links.filter(([, link]) => !OUTSIDE.test(link));
  expect(inside.length).toBeGreaterThan(10);
  expect(inside.map(([page, link]) => brokenLink(page, link)).filter(Boolean)).toEqual([]);
});

test('links are found where they are, and not in code', () => {
  const text = '[a](a.md "A") ![b](<b.png>) `[c](c.md)`\n```\n[d](d.md)\n```\n[e]: e.md\n<img src="f.png">';
  expect(linksOf(text)).toEqual(['a.md', 'b.png', 'e.md', 'f.png']);
  expect([...anchorsOf('# What `it` is: a *map*\n## Why\n## Why\n')]).toEqual(['what-it-is-a-map', 'why', 'why-1']);
});
