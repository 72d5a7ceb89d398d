import * as vscode from 'vscode';
import { LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

/** What the server reads; other files of the workspace it finds on disk. */
const DOCUMENTS = '**/{*.tf,*.tofu,*.tf.json,*.tofu.json,*.tfvars,*.tfvars.json,*.yaml,*.yml,*.json,*.template}';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand('iacGuard.restart', restart),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('iacGuard.path') || event.affectsConfiguration('iacGuard.arguments')) {
        return restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('iacGuard');
  const server: ServerOptions = {
    command: settings.get<string>('path', 'iac-guard'),
    args: ['lsp', ...settings.get<string[]>('arguments', [])],
  };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: 'file', pattern: DOCUMENTS }],
  };
  client = new LanguageClient('iacGuard', 'iac-guard', server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const message = `iac-guard could not be started (${String(error)}). Is it on the PATH, or is iacGuard.path set?`;
    void vscode.window.showErrorMessage(message);
  }
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}
