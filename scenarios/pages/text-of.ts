import type { Locator } from 'playwright-core';

/** The text of an element as people see it: without what is hidden, and with line breaks where lines end. */
export function textOf(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is not seen is no part of what a page says
  return element.innerText();
}
