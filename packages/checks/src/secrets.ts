/** A secret in a text: what it looks like, and where. */
export interface Secret {
  /** In words: `an AWS access key`. */
  readonly kind: string;
  readonly text: string;
  readonly index: number;
}

/**
 * Forms that nothing but a secret has. Each is published by the vendor who issues it; guesses by entropy or by names
 * like `password` are left out, because a warning that is often wrong teaches people to ignore warnings.
 */
const FORMS: readonly { readonly kind: string; readonly form: RegExp }[] = [
  // Keys that end in EXAMPLE are those of the vendor’s own documentation.
  { kind: 'an AWS access key', form: /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/g },
  { kind: 'a GitHub token', form: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/g },
  { kind: 'a GitLab token', form: /\bglpat-[A-Za-z0-9_-]{20,}/g },
  { kind: 'a Slack token', form: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/g },
  { kind: 'a Slack webhook address', form: /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/\w{16,}/g },
  { kind: 'a Stripe key', form: /\b[rs]k_live_[A-Za-z0-9]{20,}/g },
  { kind: 'a Google API key', form: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g },
  { kind: 'an npm token', form: /\bnpm_[A-Za-z0-9]{36}\b/g },
  // With what stands between its first and its last line, where there is a last one.
  {
    kind: 'a private key',
    form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:[\s\S]{0,20000}?-----END (?:[A-Z]+ )*PRIVATE KEY-----)?/g,
  },
  // The password of a URL, unless it is a variable: amqp://{user}:{password}@host
  { kind: 'a password in a URL', form: /(?<=\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@{}"']*:)(?![{<$*])[^\s/@"'{}]+(?=@)/gi },
];

/** What every form contains: one look that lets nearly all texts pass. */
const SUSPICIOUS = /A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|hooks\.slack|_live_|AIza|npm_|PRIVATE KEY|:\/\//;

/** The secrets of a text, in its order. */
export function secretsIn(text: string): Secret[] {
  if (!SUSPICIOUS.test(text)) return [];
  const found: Secret[] = [];
  for (const { kind, form } of FORMS) {
    for (const match of text.matchAll(form)) found.push({ kind, text: match[0], index: match.index });
  }
  return found.sort((a, b) => a.index - b.index);
}

/**
 * The text with the secrets in it replaced by asterisks, at the same length, so that lines and columns stay true. Whatever shows
 * a document's text to people goes through this: logs are kept and read more widely than documents are.
 */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const secret of secretsIn(text)) {
    const end = secret.index + secret.text.length;
    masked = masked.slice(0, secret.index) + mask(secret.text) + masked.slice(end);
  }
  return masked;
}

/** The first four characters, enough to recognise one's own secret, and asterisks. Short ones keep nothing. */
export function mask(secret: string): string {
  const shown = secret.length >= 16 ? 4 : 0;
  return secret.slice(0, shown) + secret.slice(shown).replace(/\S/g, '*');
}

/** A value with the secrets in all its texts masked, those of keys included. Values are plain data. */
export function withoutSecrets<T>(value: T): T {
  if (typeof value === 'string') return maskSecrets(value) as T;
  if (Array.isArray(value)) return value.map(withoutSecrets) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [maskSecrets(key), withoutSecrets(member)]),
  ) as T;
}
