import { Fault } from '@portolan/base';
import {
  asLocations,
  codeActions,
  complete,
  definition,
  documentSymbols,
  type Files,
  formatting,
  hover,
  prepareRename,
  references,
  rename,
} from '@portolan/language';
import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buffersOf } from './buffers.ts';
import { CAPABILITIES } from './capabilities.ts';
import { type Charting, charting } from './charting.ts';
import type { Folder } from './folder.ts';
import { openFolders, type Placed } from './folders.ts';
import { type Judging, judging } from './judging.ts';
import { openThread } from './thread.ts';
import { pathOf } from './uris.ts';

/** Settings of the server. */
export interface ServeOptions {
  readonly version: string;
  readonly plugins: boolean;
  readonly docs: string | undefined;
}

/** What belongs to one folder. */
interface Work {
  readonly judging: Judging;
  readonly charting: Charting;
}

/** Answers one editor over a connection, until that ends. */
export function serve(connection: Connection, { version, plugins, docs }: ServeOptions): void {
  const documents = new TextDocuments(TextDocument);
  const buffers = buffersOf(documents);
  const folders = openFolders(buffers);
  const thread = openThread();
  const works = new Map<Folder, Work>();
  let client: InitializeParams['capabilities'] = {};

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri }) => {
    client = capabilities;
    for (const uri of workspaceFolders?.map(folder => folder.uri) ?? (rootUri ? [rootUri] : [])) folders.add(uri);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'portolan', version } };
  });
  connection.onInitialized(() => {
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) leave(uri);
        for (const { uri } of added) folders.add(uri);
        for (const folder of folders.all()) workOn(folder).judging.changed();
      });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = ['**/*.{yaml,yml,json,avsc,proto}'].map(globPattern => ({ globPattern }));
      const registering = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      registering.catch(() => undefined);
    }
  });

  documents.onDidChangeContent(({ document }) => touch(document.uri));
  documents.onDidClose(({ document }) => touch(document.uri));
  documents.onDidSave(({ document }) => {
    if (document.uri.endsWith('/portolan.yaml')) rescan(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) rescan(uri);
  });
  documents.listen(connection);

  function workOn(folder: Folder): Work {
    const known = works.get(folder);
    if (known) return known;
    const publish: Parameters<typeof judging>[1]['publish'] = (uri, diagnostics, at) => {
      void connection.sendDiagnostics({ uri, diagnostics, ...(at !== undefined && { version: at }) });
    };
    const work = {
      judging: judging(folder, { buffers, thread, publish, complain, plugins, docs }),
      charting: charting(folder, thread),
    };
    works.set(folder, work);
    return work;
  }

  /** To the editor's log, never to the error output. */
  function complain(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  function touch(uri: string): void {
    const placed = folders.of(uri);
    if (!placed) return;
    placed.folder.touched();
    workOn(placed.folder).judging.changed(placed.location);
  }

  function rescan(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    for (const folder of folders.all()) {
      if (folder.locationOf(path) === undefined) continue;
      folder.rescan();
      workOn(folder).judging.changed();
    }
  }

  function leave(uri: string): void {
    const path = pathOf(uri);
    const folder = folders.all().find(known => known.path === path);
    if (folder) works.get(folder)?.judging.close();
    if (folder) works.delete(folder);
    folders.remove(uri);
  }

  /** Answers about a file, or with what an editor takes for nothing; a fault becomes an error with its words. */
  async function answer<T>(
    uri: string,
    none: T,
    token: CancellationToken,
    make: (files: Files, placed: Placed) => T | Promise<T>,
  ): Promise<T | ResponseError<void>> {
    const placed = folders.of(uri);
    if (!placed) return none;
    try {
      const files = await placed.folder.files();
      return token.isCancellationRequested ? none : await make(files, placed);
    } catch (error) {
      if (error instanceof Fault) return new ResponseError(ErrorCodes.InvalidRequest, `${error.message} ${error.help}`);
      complain(error);
      return none;
    }
  }

  connection.onCompletion(({ textDocument, position }, token) => {
    const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    return answer(textDocument.uri, [], token, (files, { location }) =>
      complete(files, location, position, { snippets }),
    );
  });
  connection.onHover(({ textDocument, position }, token) =>
    answer(textDocument.uri, null, token, async (files, { folder, location }) => {
      const chart = await workOn(folder).charting.of(files);
      return hover(files, location, position, chart) ?? null;
    }),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    answer(textDocument.uri, [], token, (files, { location }) => {
      const links = definition(files, location, position);
      return client.textDocument?.definition?.linkSupport ? links : asLocations(links);
    }),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer(textDocument.uri, [], token, (files, { location }) =>
      references(files, location, position, context.includeDeclaration),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer(textDocument.uri, [], token, (files, { location }) => documentSymbols(files, location)),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer(textDocument.uri, null, token, (files, { location }) => prepareRename(files, location, position)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer(textDocument.uri, null, token, (files, { location }) => rename(files, location, position, newName)),
  );
  connection.onDocumentFormatting(({ textDocument }, token) =>
    answer(textDocument.uri, [], token, (files, { location }) => formatting(files, location)),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(textDocument.uri, [], token, async (files, { folder, location }) => {
      const { judging: judge } = workOn(folder);
      const creates = client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
      return codeActions(files, location, range, {
        findings: judge.findingsAt(location),
        uriOf: folder.uriOf,
        settings: { location: judge.settingsOf(location), creates },
        ...(docs !== undefined && { docs }),
        ...(context.only && { only: context.only }),
      });
    }),
  );
  connection.onShutdown(() => {
    for (const { judging: judge } of works.values()) judge.close();
    works.clear();
    thread.close();
  });
}
