// The queries of alerts, of the workbook and of the rule that takes secrets out, read by Kusto's own language service
// against the tables that they ask.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { deployed, infra } from './bicep.mjs';

// Installed beside, not in the repository.
const load = createRequire(join(process.env.KUSTO ?? infra, 'node_modules', 'x'));
load('@kusto/language-service-next/bridge.min.js');
load('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { GlobalState, KustoCode, Symbols } = globalThis.Kusto.Language;

// https://learn.microsoft.com/azure/azure-monitor/reference/tables-index, as far as they are used.
const insights = {
  traces: '(timestamp: datetime, message: string, severityLevel: int, customDimensions: dynamic, operation_Name: string, operation_Id: string)',
  requests: '(timestamp: datetime, id: string, name: string, url: string, success: string, resultCode: string, duration: real, customDimensions: dynamic)',
};
const workspace = { _LogOperation: '(TimeGenerated: datetime, Category: string, Operation: string, Level: string, Detail: string, _ResourceId: string)' };
const stream = {
  AppRequests: '(TimeGenerated: datetime, Url: string, Name: string, OperationName: string, Properties: dynamic)',
  AppDependencies: '(TimeGenerated: datetime, Data: string, Name: string, OperationName: string, Properties: dynamic)',
  AppTraces: '(TimeGenerated: datetime, Message: string, OperationName: string, Properties: dynamic)',
};

function faults(query, tables) {
  const symbols = Object.entries(tables).map(([name, schema]) => new Symbols.TableSymbol.$ctor7(name, schema, null));
  const database = new Symbols.DatabaseSymbol.$ctor1('db', symbols, false);
  const code = KustoCode.ParseAndAnalyze(query, GlobalState.Default.WithDatabase(database));
  return globalThis.Bridge.toArray(code.GetDiagnostics());
}

const silent = (query, tables) => assert.deepEqual(faults(query, tables).map(fault => `${fault.Severity} ${fault.Message}`), []);

for (const folder of ['alerts', 'workbook']) {
  for (const file of readdirSync(join(infra, folder))) {
    test(`${folder}/${file} can be asked`, () => {
      silent(readFileSync(join(infra, folder, file), 'utf8'), file === 'daily-cap.kql' ? workspace : insights);
    });
  }
}

test('the rule that takes secrets out can be applied', () => {
  const flows = deployed().find(resource => resource.type === 'Microsoft.Insights/dataCollectionRules').properties.dataFlows;
  assert.equal(flows.length, 3);
  for (const flow of flows) silent(flow.transformKql, { source: stream[flow.streams[0].replace('Microsoft-Table-', '')] });
});

test('a query that asks for what is not there is found', () => {
  assert.notEqual(faults('traces | where nothing == 1', insights).length, 0);
  assert.notEqual(faults('traces | were message == ""', insights).length, 0);
});
