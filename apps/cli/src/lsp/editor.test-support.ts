import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');

/** What most editors can do. */
export const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  textDocument: {
    completion: { completionItem: { snippetSupport: false } },
    definition: { linkSupport: true },
  },
  workspace: { workspaceFolders: true, workspaceEdit: { resourceOperations: ['create'] } },
};

/** An editor with a folder, and a server that was started for it. */
export interface Editor extends AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess;
  readonly folder: string;
  readonly initialized: InitializeResult;
  readonly uri: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly open: (path: string, text: string) => void;
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Waits until what is published about a file fits. */
  readonly until: (
    path: string,
    fits: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  /** A position by the words around it: the mark `‸` stands for the cursor. */
  readonly at: (text: string, marked: string) => Position;
  readonly stderr: () => string;
  /** Says `shutdown` and `exit`, and gives the exit code. */
  readonly quit: () => Promise<number | null>;
}

/** Writes files into a new folder, starts a server and opens the folder in it. */
export async function startEditor(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Editor> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-editor-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const child = spawn(process.execPath, [PROGRAM, 'lsp', '--stdio', ...args], { cwd: folder, stdio: 'pipe' });
  const closed = once(child, 'close').then(([code]) => code as number | null);
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += chunk));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const heard = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
    diagnostics.set(params.uri, params.diagnostics);
    for (const hear of [...heard]) hear();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'specs' }],
  });
  await connection.sendNotification('initialized', {});
  let versions = 0;
  return {
    connection,
    child,
    folder,
    initialized,
    uri,
    write,
    diagnostics,
    open(path, text) {
      const textDocument = { uri: uri(path), languageId: 'yaml', version: ++versions, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async until(path, fits) {
      for (;;) {
        const now = diagnostics.get(uri(path));
        if (now && fits(now)) return now;
        await new Promise<void>(resolve => {
          const hear = () => {
            heard.delete(hear);
            resolve();
          };
          heard.add(hear);
        });
      }
    },
    at(text, marked) {
      const offset = text.indexOf(marked.replace('‸', '')) + marked.indexOf('‸');
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: (before.at(-1) as string).length };
    },
    stderr: () => stderr,
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return await closed;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await closed;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
