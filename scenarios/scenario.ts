/**
 * A scenario is a text file that reads as a story: prose, commands, what they print, and the files they work on.
 *
 *     Prose stands at the beginning of a line.
 *
 *     $ portolan validate orders.yaml
 *       what it prints, each line after two blanks
 *     ! what it prints on the standard error output
 *     ? 1
 *
 *     -- orders.yaml --
 *     asyncapi: 3.1.0
 *
 * The exit code is 0 where no `?` stands. Files come last, each below its name.
 */
export interface Scenario {
  readonly parts: readonly (Prose | Command)[];
  readonly files: Readonly<Record<string, string>>;
}

export interface Prose {
  readonly kind: 'prose';
  readonly text: string;
}

export interface Command {
  readonly kind: 'command';
  /** What the shell is given. */
  readonly line: string;
  readonly expected: Outcome;
}

/** What a command did: its two outputs without the last line break, and its exit code. */
export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** Reads the text of a scenario. */
export function parseScenario(text: string): Scenario {
  const [story = '', ...rest] = text.split(/^-- (.+) --\n/m);
  const files: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 2) files[rest[index] as string] = rest[index + 1] as string;
  const parts: (Prose | Command)[] = [];
  for (const block of story.trimEnd().split(/\n(?=\$ )|(?<=\n)\n+(?=[^\s$!?])/)) {
    const trimmed = block.replace(/^\n+|\n+$/g, '');
    if (trimmed !== '') parts.push(trimmed.startsWith('$ ') ? commandOf(trimmed) : { kind: 'prose', text: trimmed });
  }
  return { parts, files };
}

function commandOf(block: string): Command {
  const [first = '', ...lines] = block.split('\n');
  const err = lines.filter(line => line.startsWith('!')).map(line => line.slice(2));
  const exit = lines.find(line => line.startsWith('? '))?.slice(2) ?? '0';
  const out = lines.filter(line => !/^[!?]/.test(line)).map(line => line.slice(2));
  return {
    kind: 'command',
    line: first.slice(2),
    expected: { out: out.join('\n').trimEnd(), err: err.join('\n').trimEnd(), exit: Number(exit) },
  };
}

/** The text of a scenario whose commands did this, in their order: how UPDATE=1 writes it anew. */
export function printScenario({ parts, files }: Scenario, outcomes: readonly Outcome[]): string {
  let command = 0;
  const blocks = parts.map(part => (part.kind === 'prose' ? part.text : printCommand(part, outcomes[command++])));
  const sections = Object.entries(files).map(([name, text]) => `-- ${name} --\n${text}`);
  return `${blocks.join('\n\n')}\n${sections.length > 0 ? `\n${sections.join('')}` : ''}`;
}

function printCommand({ line, expected }: Command, outcome: Outcome = expected): string {
  const out = outcome.out === '' ? [] : outcome.out.split('\n').map(text => (text === '' ? '' : `  ${text}`));
  const err = outcome.err === '' ? [] : outcome.err.split('\n').map(text => `! ${text}`.trimEnd());
  return [`$ ${line}`, ...out, ...err, ...(outcome.exit === 0 ? [] : [`? ${outcome.exit}`])].join('\n');
}
