import { type Retirement, retirementOf } from '@portolan/changes';
import { type Settings, type SignOff, signOffOf, type Waiver, waiverOf } from '@portolan/checks/engine';
import type { ComparedDocument, Consumer, PlacedChange, Settlement } from './model.ts';

/** What decides about changes beside themselves. */
export interface Deciding {
  /** The settings that govern a document, by where it stands on this machine. */
  readonly settingsOf: (path: string) => Promise<Settings>;
  /** As `2027-01-31`. */
  readonly today: string;
  /** Folder that locations are relative to, where those of settings are absolute. */
  readonly root: string;
  /** Whether everybody who is known was asked for: only then it tells something that nobody is concerned. */
  readonly charted: boolean;
}

/** Documents with what was decided about their changes, and the decisions that counted. */
export interface Settled {
  readonly documents: readonly ComparedDocument[];
  readonly used: ReadonlySet<Waiver | SignOff>;
}

/** Marks what was announced, signed off and waived. Nothing loses its verdict by that. */
export async function settle(documents: readonly ComparedDocument[], deciding: Deciding): Promise<Settled> {
  const used = new Set<Waiver | SignOff>();
  const settled: ComparedDocument[] = [];
  for (const document of documents) {
    const side = document.after ?? document.before;
    if (!side) continue;
    const settings = await deciding.settingsOf(side.path);
    const changes = document.changes.map(change => decided(change, document, side.location, settings));
    settled.push({ ...document, changes });
  }
  return { documents: settled, used };

  function decided(
    change: PlacedChange,
    document: ComparedDocument,
    location: string,
    settings: Settings,
  ): PlacedChange {
    if (change.verdict !== 'breaking' && change.verdict !== 'not-checked') return change;
    const { today, root, charted } = deciding;
    const at = { id: change.id, location };
    const told = announced(change, document, today);
    const signed = told.consumers?.map((consumer): Consumer => {
      if (consumer.verdict === 'reads') return consumer;
      const signOff = signOffOf(settings.signOffs, at, consumer, root);
      if (!signOff) return consumer;
      used.add(signOff);
      const { team, on, reason } = signOff;
      return { ...consumer, signedOff: { team, on, reason } };
    });
    const waiver = waiverOf(settings.waivers, at, { today, root });
    if (waiver) used.add(waiver);
    const settled = waiver ? byWaiver(waiver) : byOthers({ ...told, ...(signed && { consumers: signed }) }, charted);
    return { ...told, ...(signed && { consumers: signed }), ...(settled && { settled }) };
  }
}

/** A change with what was announced of what it takes away. */
function announced(change: PlacedChange, { before }: ComparedDocument, today: string): PlacedChange {
  const contract = before?.read.contract;
  const { before: was, after: is, ...rest } = change;
  const placed = { ...rest, ...(was && { before: was.origin }), ...(is && { after: is.origin }) };
  const retirement = contract && retirementOf(placed, contract, today);
  return retirement ? { ...change, retirement, help: adviceFor(change, retirement) } : change;
}

/** What was announced is better advice than what holds for every change of its kind. */
function adviceFor({ help, consumers = [] }: PlacedChange, { sunset, passed, alternative }: Retirement): string {
  if (sunset !== undefined && !passed) return `Keep it until ${sunset}.`;
  const instead = alternative === undefined ? '' : ` What takes its place: \`${alternative}\`.`;
  if (!passed) return help + instead;
  if (consumers.some(({ verdict }) => verdict !== 'reads'))
    return `Wait until nobody uses it any more, or let their teams sign off.${instead}`;
  return `Name the documents of everybody else with \`--with\`: where nobody known uses it, it may go.${instead}`;
}

function byWaiver({ owner, reason, until }: Waiver): Settlement {
  return { by: 'waiver', says: `Waived by ${owner} until ${until}: ${sentence(reason)}`, until };
}

/**
 * By those whom it concerns. Until the day that was announced everybody may rely on it, so that even the word of all
 * who are known does not settle an earlier removal.
 */
function byOthers({ verdict, consumers = [], retirement }: PlacedChange, charted: boolean): Settlement | undefined {
  if (verdict !== 'breaking' || !charted) return undefined;
  if (retirement?.sunset !== undefined && !retirement.passed) return undefined;
  const concerned = consumers.filter(({ verdict }) => verdict !== 'reads');
  if (concerned.some(({ signedOff }) => !signedOff)) return undefined;
  if (retirement?.passed) {
    const who = concerned.length === 0 ? 'nobody known uses it any more' : 'all who still use it have signed it off';
    return { by: 'sunset', says: `Its sunset, ${retirement.sunset}, has come, and ${who}.` };
  }
  if (concerned.length === 0) return undefined;
  const names = concerned.map(({ name, signedOff }) => `${name} (${signedOff?.team}, ${signedOff?.on})`);
  return { by: 'sign-off', says: `Signed off by all whom it concerns: ${names.join(', ')}.` };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
