import type { Finding } from '@portolan/base';
import { type JudgeOptions, judge as judgeRead, type ReportedDocument, type Score, score } from '@portolan/checks';
import { type Load, readText, writtenOf } from '@portolan/contract';
import { faults } from '@portolan/control/local';

/** A document as it is judged: plain data but for the loader. */
export interface Judgeable {
  readonly location: string;
  readonly text: string;
  /** Gives the files that it refers to. */
  readonly load: Load;
}

/** A document with what is to be said about it. */
export interface JudgedDocument {
  readonly report: ReportedDocument;
  /** Whether all of it could be read. */
  readonly whole: boolean;
  /** Present where it was asked for and the document is whole. */
  readonly score?: Score;
  /** Where the excludes stand that hid something, and the directions that settled something: `<settings file>#<pointer>`. */
  readonly used: readonly string[];
}

/**
 * Reads a document and judges it by the settings of its team. A failure of the reader itself is a finding of this
 * document, so that it hides no other one.
 */
export async function judge(
  { location, text, load }: Judgeable,
  options: JudgeOptions & { readonly scored?: boolean },
): Promise<JudgedDocument> {
  try {
    const read = await readText(location, text, load);
    const { findings, suppressed, used, settled } = await judgeRead(read, options);
    const { contract, files } = read;
    const whole = contract !== undefined && !contract.incomplete;
    const facts = contract && {
      title: contract.info.title,
      ...writtenOf(contract),
    };
    return {
      report: { location, ...facts, findings, suppressed, files },
      whole,
      ...(whole && options.scored && { score: score(contract, findings, read.locate) }),
      used: [...used, ...settled].map(({ origin }) => `${origin.source}#${origin.pointer}`),
    };
  } catch (error) {
    const report = { location, findings: [failure(location, error)], files: [{ location, text }] };
    return { report, whole: false, used: [] };
  }
}

function failure(location: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const { code, message, help } = faults.READING_FAILED({ document: location, reason }, { cause: error });
  return { code, severity: 'error', message, help, origin: { source: location, pointer: '' } };
}
