/**
 * Run by the benchmark in a process of its own: validates one file again and again without starting anything new, and
 * prints the times as JSON. Usage: in-process.ts portolan|asyncapi <file> <runs>
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEER_MODULES } from './peers.ts';

type Validate = (file: string, text: string) => Promise<number>;

const TOOLS: Readonly<Record<string, () => Promise<Validate>>> = {
  async portolan() {
    const { readText } = await import('@portolan/contract');
    const { lint, withRanges } = await import('@portolan/checks');
    return async (file, text) => {
      const { contract, findings, locate } = await readText(file, text, () => undefined);
      return withRanges([...findings, ...(contract ? await lint(contract) : [])], locate).length;
    };
  },
  async asyncapi() {
    const entry = join(PEER_MODULES, '@asyncapi', 'parser', 'cjs', 'index.js');
    const { Parser } = (await import(pathToFileURL(entry).href)).default;
    const parser = new Parser();
    return async (file, text) => (await parser.validate(text, { source: file })).length;
  },
};

const [tool = '', file = '', runs = '1'] = process.argv.slice(2);
const validate = await (TOOLS[tool] as () => Promise<Validate>)();
const text = readFileSync(file, 'utf8');
const times: number[] = [];
let findings = 0;
for (let run = 0; run <= Number(runs); run++) {
  const started = performance.now();
  findings = await validate(file, text);
  times.push(performance.now() - started);
}
const [first, ...warm] = times;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.info(JSON.stringify({ first, warm, findings, peakMb }));
