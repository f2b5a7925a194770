import { jsonTokens } from '@portolan/generate/words';
import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';
import './code-block.css';

interface Props {
  /** Value to be shown as JSON, or a text to be shown as it is. */
  value: unknown;
  /** What the block shows, for those who cannot see it. */
  label: string;
  /** What the text is; JSON when nothing is said. */
  language?: 'json' | 'diff' | 'plain';
}

/** A value as coloured JSON, or a text as it is, with a button that copies it. */
export function CodeBlock({ value, label, language = 'json' }: Props) {
  const text = typeof value === 'string' && !isJson(value) ? value : pretty(value);
  const isWord = typeof value === 'string' && language === 'json' && !isJson(value) && !value.includes('\n');
  const tokens = TOKENS[isWord ? 'plain' : language](text).map((token, index) => ({ ...token, key: index }));
  return (
    <div className="code-block">
      <Copy text={text} label={label} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={label}>
        <pre>
          <code>
            {tokens.map(token =>
              token.kind === 'plain' ? (
                token.text
              ) : (
                <span key={token.key} className={`code-${token.kind}`}>
                  {token.text}
                </span>
              ),
            )}
          </code>
        </pre>
      </section>
    </div>
  );
}

interface Piece {
  readonly kind: string;
  readonly text: string;
}

const TOKENS: Readonly<Record<NonNullable<Props['language']>, (text: string) => readonly Piece[]>> = {
  json: jsonTokens,
  plain: text => [{ kind: 'plain', text }],
  diff: text => text.split(/(?<=\n)/).map(line => ({ kind: DIFF_MARKS[line.charAt(0)] ?? 'plain', text: line })),
};

const DIFF_MARKS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' };

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function pretty(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, null, 2) ?? 'undefined';
}

const COPIED_FOR_MS = 1_600;

function Copy({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <button type="button" className="code-block-copy" onClick={copy}>
        <Icon name={copied ? 'check' : 'copy'} size={14} />
        {copied ? 'Copied' : 'Copy'}
        <span className="unseen"> {label}</span>
      </button>
      <span className="unseen" role="status">
        {copied ? `Copied ${label}` : ''}
      </span>
    </>
  );
}
