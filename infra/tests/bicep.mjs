// The Bicep compiler, named by BICEP or found on the path: what it makes of the templates, and what would be deployed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const infra = join(import.meta.dirname, '..');

const bicep = (...words) => {
  const run = spawnSync(process.env.BICEP ?? 'bicep', words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  return run;
};

// The template for Azure.
export function compile(file) {
  const run = bicep('build', join(infra, file), '--stdout');
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

// All that the compiler and the linter have to say of all files.
export function lint() {
  const run = bicep('lint', '--pattern', join(infra, '*.bicep'));
  return (run.stdout + run.stderr).trim();
}

// What azd asks for.
export const required = { environmentName: 'try', location: 'westeurope', managerEmail: 'hr@example.org' };

const written = value => (typeof value === 'string' ? `'${value}'` : String(value));

// The resources that would be deployed with these parameters, as far as that can be known without Azure.
export function deployed(parameters = {}, template = 'main.bicep') {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  try {
    const file = join(folder, 'try.bicepparam');
    const lines = Object.entries({ ...required, ...parameters }).map(([name, value]) => `param ${name} = ${written(value)}`);
    writeFileSync(file, [`using '${relative(folder, join(infra, template))}'`, ...lines].join('\n'));
    const scope = template === 'main.bicep' ? ['--location', 'westeurope'] : ['--resource-group', 'theirs'];
    const run = bicep('snapshot', file, '--mode', 'overwrite', '--subscription-id', '00000000-0000-0000-0000-000000000001', ...scope);
    if (run.status !== 0 || run.stderr.trim()) throw new Error(run.stderr + run.stdout);
    return JSON.parse(readFileSync(join(folder, 'try.snapshot.json'), 'utf8')).predictedResources;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
