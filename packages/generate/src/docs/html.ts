/** Markup that is safe to put in a page: every text in it went through `html`. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | boolean | null | undefined | readonly Value[];

/**
 * Markup from a template. Texts are escaped, markup is kept, lists are joined, and nothing is said for what is absent, so
 * that no fact of a document can become markup.
 *
 * @example html`<p>${message.name}</p>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] as string;
  for (let index = 0; index < values.length; index++) text += written(values[index]) + parts[index + 1];
  return { html: text };
}

/** Markup that somebody else made safe: a renderer that escapes by itself, or a template of the site's own team. */
export function safe(markup: string): Html {
  return { html: markup };
}

/** Nothing. */
export const NOTHING: Html = { html: '' };

function written(value: Value): string {
  if (value === undefined || value === null || value === false || value === true) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  let text = '';
  for (const item of value) text += written(item);
  return text;
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or for an attribute in quotes. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, mark => MARKS[mark] as string) : text;
}
