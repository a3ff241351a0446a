import { type ExtensionContext, Uri } from 'vscode';
import {
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type DocumentSelector,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, SOURCE_TEXT_SCHEME } from '../protocol/index';
import { writing } from './trust';

/** Drafts, sources open in an editor, and the two record files: what the server needs to see as it is typed. */
const documents: DocumentSelector = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'untitled', language: 'markdown' },
  { scheme: 'file', language: 'quarto' },
  { scheme: 'file', language: 'rmd' },
  { scheme: 'file', pattern: '**/*.{qmd,Rmd,rmd}' },
  { scheme: 'file', language: 'plaintext' },
  { scheme: SOURCE_TEXT_SCHEME },
  { scheme: 'file', pattern: '**/{sources,actors}.yaml' },
];

/**
 * Megabytes for each half of the server's youngest objects. What an answer is made of dies with it: a quarter of V8's own size holds
 * many, and is not left in memory, three times in each thread, when there is nothing to answer.
 */
const YOUNG = '--max-semi-space-size=4';

/**
 * The client, not yet started. The server runs in a process of its own and decides what is a source, what is
 * watched and which settings it reads; a server that dies is started again, and only the fifth time is a person told.
 */
export function createClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc, options: { execArgv: [YOUNG] } },
    debug: {
      module,
      transport: TransportKind.ipc,
      options: { execArgv: [YOUNG, '--nolazy', '--inspect=6009'] },
    },
  };
  const client: LanguageClient = new LanguageClient('sourcewright', 'Sourcewright', server, {
    documentSelector: documents,
    initializationOptions: {
      cache: Uri.joinPath(context.globalStorageUri, 'readings').fsPath,
      shared: Uri.joinPath(context.globalStorageUri, 'shared').fsPath,
    } satisfies InitializationOptions,
    middleware: {
      // The only command of the server writes the lock.
      executeCommand: (command, given, next) => writing(() => next(command, given))(),
    },
    // A failed request is written to the log; it must not open it, nor raise a message for each.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: {
      // The client's own handler gives the server up when something was being written to it as it died.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => restarting.closed(),
    },
  });
  const restarting = client.createDefaultErrorHandler();
  return client;
}
