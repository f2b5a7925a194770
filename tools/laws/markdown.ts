/** Text of a page without what is no prose: code blocks, code spans and comments. */
export function prose(text: string): string {
  return text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
}

/** Targets of all links and images of a page, in Markdown and in HTML. */
export function linksOf(text: string): string[] {
  const written = prose(text);
  const inline = written.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g);
  const defined = written.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/gm);
  const html = written.matchAll(/<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)="([^"]+)"/g);
  return [...inline, ...defined, ...html].map(match => match[1] as string);
}

/** Anchors of a page: its headings as GitHub names them, the second of the same name with `-1`, and ids in HTML. */
export function anchorsOf(text: string): Set<string> {
  const lines = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '');
  const anchors = new Set<string>();
  for (const [, heading = ''] of lines.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)) {
    const base = anchorOf(heading);
    let anchor = base;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${base}-${n}`;
    anchors.add(anchor);
  }
  for (const match of lines.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(match[1] as string);
  return anchors;
}

function anchorOf(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
