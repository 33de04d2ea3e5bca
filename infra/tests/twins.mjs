// Runs both twins of hooks, and tells how each ended.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stubs } from './stubs.mjs';

const here = import.meta.dirname;
const hooks = join(here, '..', 'hooks');

const always = { AZURE_ENV_NAME: 'test', AZURE_SUBSCRIPTION_ID: '00000000-0000-0000-0000-000000000001' };

// A value of undefined is one that is not set.
const variables = (stubs, of) =>
  Object.fromEntries(Object.entries({ ...stubs.environment, ...always, ...of.env }).filter(([, value]) => value !== undefined));

const lines = text => text.split('\n').map(line => line.trimEnd()).filter(line => line);

// Drawn keys differ from run to run, and so do the names of temporary files.
const drawn = text => text.replace(/rm_[a-z2-9]{12}_[a-z2-9]{40}/g, '<key>').replace(/\b[a-z2-9]{12}:[0-9a-f]{64}\b/g, '<stored>')
  .replace(/\bk1:[A-Za-z0-9+/]{43}=/g, '<links>');

function outcome(stubs, code, out, err) {
  const told = { code, out: lines(drawn(out)), err: lines(drawn(err)), calls: stubs.calls.map(drawn), values: stubs.values, shown: out };
  stubs.remove();
  return told;
}

export function sh(cases) {
  return cases.map(of => {
    const stubs = new Stubs(of);
    const run = spawnSync('sh', [join(hooks, of.hook + '.sh'), ...of.args ?? []], { env: variables(stubs, of), encoding: 'utf8' });
    return outcome(stubs, run.status, run.stdout, run.stderr);
  });
}

export function pwsh(cases) {
  const folder = mkdtempSync(join(tmpdir(), 'twins-'));
  const stubs = cases.map(of => new Stubs(of));
  const [asked, answered] = [join(folder, 'cases.json'), join(folder, 'results.json')];
  writeFileSync(asked, JSON.stringify(cases.map((of, i) => ({ hook: join(hooks, of.hook + '.ps1'), given: of.args ?? [], variables: variables(stubs[i], of) }))));
  const run = spawnSync('pwsh', ['-NoProfile', '-File', join(here, 'driver.ps1'), asked, answered], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const results = JSON.parse(readFileSync(answered, 'utf8'));
  rmSync(folder, { recursive: true });
  return results.map((result, i) => outcome(stubs[i], result.code, result.out, result.err));
}
