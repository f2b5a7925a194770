/** One line of a binding: where the value stands, the value, and what it means where the name tells. */
export interface BindingRow {
  readonly path: string;
  readonly value: string;
  readonly hint?: string;
}

/** Lists that are longer or hold more than plain values are shown as JSON. */
const PLAIN = new Set(['string', 'number', 'boolean']);

/** A binding object as rows, nested members joined by dots, in the order of the text. */
export function bindingRows(binding: unknown, path = ''): BindingRow[] {
  if (Array.isArray(binding)) {
    const plain = binding.every(item => PLAIN.has(typeof item));
    return [{ path, value: plain ? binding.join(', ') : JSON.stringify(binding) }];
  }
  if (binding !== null && typeof binding === 'object') {
    const entries = Object.entries(binding);
    if (entries.length === 0) return path === '' ? [] : [{ path, value: 'empty' }];
    return entries.flatMap(([key, value]) => bindingRows(value, path === '' ? key : `${path}.${key}`));
  }
  const value = typeof binding === 'string' ? binding : JSON.stringify(binding);
  const hint = hintOf(path, binding);
  return [hint === undefined ? { path, value } : { path, value, hint }];
}

const SECOND = 1_000;
const UNITS = [
  ['day', 86_400 * SECOND],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
  ['second', SECOND],
] as const;

const SIZES = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A duration or a size in the units people think in, read from the ending of the name. */
function hintOf(path: string, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
  if (/[._]ms$|Ms$|Millis(?:econds)?$/.test(path)) return duration(value);
  if (/[._]bytes$|Bytes$/.test(path)) return size(value);
  return undefined;
}

function duration(milliseconds: number): string | undefined {
  const unit = UNITS.find(([, length]) => milliseconds >= length);
  if (!unit) return undefined;
  const amount = Math.round((milliseconds / unit[1]) * 10) / 10;
  return `${amount} ${unit[0]}${amount === 1 ? '' : 's'}`;
}

function size(bytes: number): string | undefined {
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), SIZES.length - 1);
  return power < 1 ? undefined : `${Math.round((bytes / 1024 ** power) * 10) / 10} ${SIZES[power]}`;
}
