import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeAsyncApi } from '@portolan/contract';
import { Lexer } from 'yaml';

const root = join(import.meta.dirname, '../../..');

/** The text of a file of the workspace. */
export function load(location: string): string | undefined {
  try {
    return readFileSync(join(root, location), 'utf8');
  } catch {
    return undefined;
  }
}

/** AsyncAPI documents below a folder of the workspace, by location. */
export function documents(folder: string): string[] {
  const files = globSync(`${folder}/**/*.{yaml,yml,json}`, { cwd: root }).map(path => path.replaceAll('\\', '/'));
  return files.filter(path => looksLikeAsyncApi(load(path) ?? '')).sort();
}

/** The three example organisations. */
export const examples = documents('examples');

/** The examples of the specification. */
export const official = documents('corpus/asyncapi-spec');

/** The comments of a text. */
export function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text)].filter(lexeme => lexeme.startsWith('#')).map(comment => comment.trim());
}
