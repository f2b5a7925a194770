/** What people say happens to a thing first; everything else is created. */
const EVENTS: Readonly<Record<string, string>> = {
  order: 'placed',
  payment: 'received',
  invoice: 'issued',
  shipment: 'dispatched',
  delivery: 'started',
  user: 'registered',
};

/** `order-service` as a title: `Order Service`. */
export function titleOf(name: string): string {
  const words = wordsOf(name).map(word => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join(' ') || 'My Service';
}

/** The thing a service is about, from its name: `order` for `Order Service`; words in lower case. */
export function nounOf(name: string): string[] {
  const words = wordsOf(name).map(word => word.toLowerCase());
  const telling = words.filter(word => !['service', 'api', 'app', 'system', 'my', 'the'].includes(word));
  const noun = telling.length > 0 ? telling : ['thing'];
  return [...noun.slice(0, -1), singular(noun.at(-1) as string)];
}

/** What happens to it. */
export function eventOf(noun: readonly string[]): string {
  return EVENTS[noun.at(-1) ?? ''] ?? 'created';
}

/** More than one of it. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** ASCII words of a name, without accents; names in other scripts have none. */
function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/([a-z0-9])([A-Z])/g, '$1 $2').match(/[A-Za-z0-9]+/g) ?? [];
}

function singular(noun: string): string {
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(s|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return /[^s]s$/.test(noun) && noun.length > 3 ? noun.slice(0, -1) : noun;
}
