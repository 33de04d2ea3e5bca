// A folder with commands that stand for az, azd, curl, sleep, and dotnet where a case says so: each notes how it was called, and answers as a case tells it.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// What the hooks for sh are made of, and nothing else: no az, no azd and no pwsh of the machine.
const tools = ['cat', 'cut', 'dirname', 'env', 'head', 'mktemp', 'openssl', 'printenv', 'rm', 'sh', 'tr'];

const where = tool => execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();

export class Stubs {
  constructor({ az, azd = '', azdRefusesSet = false, curl = 'exit 0', dotnet, pwsh, without = [], exchange }) {
    this.folder = mkdtempSync(join(tmpdir(), 'hook-'));
    this.bin = join(this.folder, 'bin');
    mkdirSync(this.bin);
    for (const tool of tools) symlinkSync(where(tool), join(this.bin, tool));
    // As a tool of .NET it needs that to start; the hooks find the stubs first all the same.
    if (pwsh) this.#script('pwsh', `PATH="$PATH:${dirname(where('dotnet'))}" exec '${where('pwsh')}' "$@"`);
    // A value that is set is told to a file.
    const answers = { az, azd: `if [ "$1 $2" = "env set" ]; then ${azdRefusesSet ? 'exit 1' : 'echo "$3=$4" >>"$0.set"; exit 0'}; fi\n${azd}`, curl, sleep: 'exit 0', ...dotnet && { dotnet } };
    for (const [name, script] of Object.entries(answers)) if (!without.includes(name)) this.#command(name, script ?? 'exit 0');
    this.modules = join(this.folder, 'modules');
    if (exchange) {
      mkdirSync(join(this.modules, 'ExchangeOnlineManagement'), { recursive: true });
      writeFileSync(join(this.modules, 'ExchangeOnlineManagement', 'ExchangeOnlineManagement.psm1'), exchange);
    }
  }

  get environment() {
    return { PATH: this.bin, PSModulePath: this.modules, CALLS: join(this.folder, 'calls'), NO_COLOR: '1', HOME: process.env.HOME, TMPDIR: this.folder };
  }

  get calls() { return this.#lines(join(this.folder, 'calls')); }

  get values() { return Object.fromEntries(this.#lines(join(this.bin, 'azd.set')).map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])); }

  remove() { rmSync(this.folder, { recursive: true }); }

  #lines(file) { return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(line => line) : []; }

  // What stands in a file is noted in its place.
  #command(name, script) {
    this.#script(name, `told=${name}
for word in "$@"; do
  case $word in @/*) told="$told [$(cat "\${word#@}")]" ;; *) told="$told $word" ;; esac
done
echo "$told" >>"$CALLS"
${script}`);
  }

  #script(name, text) {
    const file = join(this.bin, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
  }
}
