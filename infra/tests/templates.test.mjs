// The compiler and the linter are silent, and the values of azd reach the parameters of the templates.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, infra, lint } from './bicep.mjs';

test('every file goes through the compiler and the linter without a word', () => assert.equal(lint(), ''));

const compiled = Object.fromEntries(['main.bicep', 'programme.bicep'].map(file => [file, compile(file)]));

const values = file => JSON.parse(readFileSync(join(infra, file), 'utf8')).parameters;
const [ofMain, ofProgramme] = [values('main.parameters.json'), values('programme.parameters.json')];

for (const [file, given] of [['main.bicep', ofMain], ['programme.bicep', ofProgramme]]) {
  test(`each parameter of ${file} is given, with the template's own value where none is set`, () => {
    const { parameters } = compiled[file];
    assert.deepEqual(Object.keys(given).sort(), Object.keys(parameters).sort());
    for (const [name, { defaultValue }] of Object.entries(parameters)) {
      const told = /^\$\{[A-Z_]+(?:=(.*))?\}$/.exec(given[name].value);
      assert.equal(told?.[1], defaultValue === undefined ? undefined : String(defaultValue), name);
    }
  });
}

// 'azd up' asks for what a parameter lacks before any hook has run (https://github.com/Azure/azure-dev/issues/5806), so
// what a hook makes may lack nothing.
test('nothing is asked for but the region and the manager\'s address', () => {
  for (const { parameters } of Object.values(compiled)) {
    const lacking = Object.entries(parameters).filter(([, parameter]) => parameter.defaultValue === undefined).map(([name]) => name);
    assert.deepEqual(lacking.sort(), ['environmentName', 'location', 'managerEmail']);
  }
});

test('a group that is there takes the same values', () => {
  const { resourceGroupName, ...others } = ofMain;
  assert.equal(resourceGroupName.value, '${RESOURCE_GROUP=}');
  assert.deepEqual(ofProgramme, others);
});

test('both templates allow the same', () => {
  const [main, programme] = ['main.bicep', 'programme.bicep'].map(file => compiled[file].parameters);
  for (const [name, parameter] of Object.entries(programme)) assert.deepEqual(parameter, main[name], name);
  assert.ok(programme.location.allowedValues.includes('westeurope'));
});

// Found at each depth: modules are templates in templates.
function* resources(template) {
  for (const resource of Object.values(template.resources ?? {})) {
    yield resource;
    if (resource.type === 'Microsoft.Resources/deployments') yield* resources(resource.properties.template);
  }
}

test('no write of the log workspace is without the rule that takes secrets out, but the very first', () => {
  const writes = [...resources(compiled['main.bicep'])].filter(one => one.type === 'Microsoft.OperationalInsights/workspaces');
  assert.equal(writes.length, 2);
  for (const write of writes) {
    assert.ok(write.properties.defaultDataCollectionRuleResourceId ?? write['@options']?.onlyIfNotExists, JSON.stringify(write));
  }
});
