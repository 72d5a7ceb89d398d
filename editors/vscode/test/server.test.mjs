// Drives the built program as the extension does: with the protocol library of Visual Studio Code over
// standard input and output. IAC_GUARD names the program.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node';

const program = process.env.IAC_GUARD ?? 'iac-guard';
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'iac-guard-')));
after(() => rmSync(scratch, { recursive: true, force: true }));

const MAIN = `variable "days" {
  default = 0
}

resource "aws_cloudwatch_log_group" "log" {
  name              = "/api 😀"
  retention_in_days = var.days
}

resource "aws_apigatewayv2_api" "api" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "prod" {
  api_id = aws_apigatewayv2_api.api.id
  name   = "prod"
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.log.arn
    format          = "$context.requestId $context.foo"
  }
}
`;

class Client {
  constructor(folder) {
    this.folder = folder;
    this.shown = new Map();
    this.open = new Map();
    this.process = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = protocol.createProtocolConnection(this.process.stdout, this.process.stdin);
    this.connection.onNotification('textDocument/publishDiagnostics', said => this.shown.set(said.uri, said.diagnostics));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  async start() {
    const uri = pathToFileURL(this.folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'w' }],
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await this.connection.sendNotification('initialized', {});
  }

  uri(name) {
    return pathToFileURL(join(this.folder, name)).href;
  }

  async didOpen(name, text) {
    this.open.set(name, { text, version: 1 });
    const textDocument = { uri: this.uri(name), languageId: 'terraform', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async type(name, before, after) {
    const document = this.open.get(name);
    const start = document.text.indexOf(before);
    assert.notEqual(start, -1);
    const at = offset => {
      const lines = document.text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1).length };
    };
    const range = { start: at(start), end: at(start + before.length) };
    document.text = document.text.replace(before, () => after);
    document.version++;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: document.version }, contentChanges: [{ range, text: after }],
    });
  }

  async save(name) {
    writeFileSync(join(this.folder, name), this.open.get(name).text);
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri(name) } });
  }

  async didClose(name) {
    this.open.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Everything that is shown once all that was sent is checked, as 'file:line:column rule message'. */
  async now() {
    await this.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: 'file:///none' } });
    const lines = [];
    for (const [uri, diagnostics] of this.shown) {
      for (const each of diagnostics) {
        const { line, character } = each.range.start;
        const file = relative(this.folder, fileURLToPath(uri));
        lines.push(`${file}:${line + 1}:${character + 1} ${each.code} ${each.message.split('\n')[0]}`);
      }
    }
    return lines.sort();
  }

  /** What the program reports of the same bytes. */
  check() {
    const copy = join(scratch, 'copy');
    rmSync(copy, { recursive: true, force: true });
    cpSync(this.folder, copy, { recursive: true });
    for (const [name, { text }] of this.open) {
      writeFileSync(join(copy, name), text);
    }
    let report;
    try {
      report = execFileSync(program, ['check', '.', '--format', 'json'], { cwd: copy, stdio: ['ignore', 'pipe', 'inherit'] });
    } catch (error) {
      report = error.stdout;
    }
    const { findings, problems } = JSON.parse(report.toString());
    const lines = new Set();
    findings.filter(each => !each.suppressed).forEach(each =>
      lines.add(`${each.location.path}:${each.location.line}:${each.location.column} ${each.rule} ${each.message}`));
    problems.forEach(each => lines.add(`${each.path}:${each.line}:${each.column} ${each.rule} ${each.message}`));
    return [...lines].sort();
  }

  async agrees(step) {
    assert.deepEqual(await this.now(), this.check(), step);
  }

  async stop() {
    const exited = new Promise(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    assert.equal(await exited, 0);
  }
}

test('an editor shows what check reports: open, type, save, rename, close', async () => {
  const folder = mkdtempSync(join(scratch, 'project-'));
  writeFileSync(join(folder, 'main.tf'), MAIN);
  const client = new Client(folder);
  await client.start();
  await client.didOpen('main.tf', MAIN);
  await client.agrees('opened');
  assert.ok((await client.now()).some(each => each.includes('IG201')));
  await client.type('main.tf', 'default = 0', 'default = 365');
  await client.agrees('typed');
  assert.ok(!(await client.now()).some(each => each.includes('IG201')));
  await client.type('main.tf', '"HTTP"\n}', '"HTTP"\n');
  await client.agrees('broken');
  await client.type('main.tf', '"HTTP"\n', '"HTTP"\n}');
  await client.save('main.tf');
  await client.agrees('saved');
  const text = readFileSync(join(folder, 'main.tf'), 'utf8');
  await client.didClose('main.tf');
  renameSync(join(folder, 'main.tf'), join(folder, 'api.tf'));
  await client.didOpen('api.tf', text);
  await client.agrees('renamed');
  await client.type('api.tf', '$context.foo', '$context.status');
  await client.didClose('api.tf');
  await client.agrees('closed without saving');
  await client.stop();
});

test('a server that is killed is started again', async () => {
  const folder = mkdtempSync(join(scratch, 'project-'));
  writeFileSync(join(folder, 'main.tf'), MAIN);
  const first = new Client(folder);
  await first.start();
  await first.didOpen('main.tf', MAIN);
  const before = await first.now();
  first.process.kill('SIGKILL');
  first.connection.dispose();
  const second = new Client(folder);
  await second.start();
  await second.didOpen('main.tf', MAIN);
  assert.deepEqual(await second.now(), before);
  await second.stop();
});
