// What would be deployed, with nothing set, with everything set that can be together, and into a group that is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compile, deployed, infra, required } from './bicep.mjs';

const keys = 'k1:c2VjcmV0c2VjcmV0c2VjcmV0';
const everything = {
  linkKeys: keys, alertEmail: 'ops@example.org', mailDomain: 'm.example.org', mailDomainVerified: true, mailSender: 'mentoring',
  serviceMailbox: 'programme@example.org', quickCommands: true, storageRedundancy: 'Standard_ZRS', softDeleteDays: 14, lock: true,
  privateNetwork: true, diagnostics: 'own', entraClientId: '00000000-0000-0000-0000-00000000000e', entraFederated: true,
  otlpEndpoint: 'https://collector.example.org:4317', mailStopped: true, dataLocation: 'Germany', mailPerMinute: 60, mailPerHour: 900,
  managerName: 'Pat', trustedName: 'Lee', trustedEmail: 'lee@example.org', trustedPhone: '+49 30 1', partitions: 4, managerKey: 'abc:def',
};
const bySmtp = {
  mailBy: 'Smtp', mailFrom: 'a@b.example', smtpServer: 'relay:587', smtpUser: 'me', smtpPassword: 'pa55word',
  mailInbox: 'imap.example.org:993', mailInboxUser: 'box', mailInboxPassword: 'pa55word',
};
const intoTheirs = { resourceGroupName: 'theirs' };
const [bare, full] = [deployed({ linkKeys: keys }), deployed(everything)];
const of = (all, type) => all.filter(one => one.type === type);
const one = (all, type) => {
  const found = of(all, type);
  assert.equal(found.length, 1, `${type}: ${found.length}`);
  return found[0];
};
const settings = all => one(all, 'Microsoft.Web/sites/config').properties;

test('each parameter is among those that are set here', () => {
  const { parameters } = compile('main.bicep');
  assert.deepEqual(Object.keys({ ...required, ...everything, ...bySmtp, ...intoTheirs }).sort(), Object.keys(parameters).sort());
  for (const [name, value] of Object.entries({ ...everything, ...bySmtp, ...intoTheirs })) assert.notEqual(value, parameters[name].defaultValue, name);
});

test('each value that is set reaches the app, and what is not set is not there', () => {
  const set = settings(full);
  const entra = { Entra__ClientId: everything.entraClientId, Entra__FederatedIdentity: 'True' };
  const all = { ...entra, OTEL_EXPORTER_OTLP_ENDPOINT: everything.otlpEndpoint };
  for (const [name, value] of Object.entries({
    ...all, Mail__Stopped: 'True', Mail__PerMinute: '60', Mail__PerHour: '900', Programme__ManagerName: 'Pat', Programme__TrustedName: 'Lee',
    Programme__TrustedEmail: 'lee@example.org', Programme__TrustedPhone: '+49 30 1', Programme__ManagerKey: 'abc:def', Graph__ServiceMailbox: 'programme@example.org',
  })) assert.equal(set[name], value, name);
  assert.ok(set.Entra__TenantId);
  for (const name of [...Object.keys(all), 'Entra__TenantId']) assert.ok(!(name in settings(bare)), name);
  assert.equal(one(full, 'Microsoft.Communication/communicationServices').properties.dataLocation, 'Germany');
});

test('mail that is stopped stays so when something is deployed, in the app and at the mail service', () => {
  assert.equal(settings(full).Mail__Stopped, 'True');
  assert.deepEqual(one(full, 'Microsoft.Communication/communicationServices').properties.linkedDomains, []);
  assert.equal(settings(bare).Mail__Stopped, 'False');
  assert.equal(one(bare, 'Microsoft.Communication/communicationServices').properties.linkedDomains.length, 1);
});

test('with nothing set, nothing is there that is paid by the hour or by the rule', () => {
  assert.deepEqual([...new Set(bare.map(resource => resource.type))].sort(), [
    'Microsoft.Authorization/roleAssignments', 'Microsoft.Communication/communicationServices', 'Microsoft.Communication/emailServices',
    'Microsoft.Communication/emailServices/domains', 'Microsoft.EventGrid/systemTopics', 'Microsoft.EventGrid/systemTopics/eventSubscriptions',
    'Microsoft.Insights/components', 'Microsoft.Insights/dataCollectionRules', 'Microsoft.Insights/workbooks', 'Microsoft.KeyVault/vaults',
    'Microsoft.KeyVault/vaults/secrets', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'Microsoft.OperationalInsights/workspaces',
    'Microsoft.Resources/resourceGroups', 'Microsoft.Storage/storageAccounts', 'Microsoft.Storage/storageAccounts/blobServices',
    'Microsoft.Storage/storageAccounts/blobServices/containers', 'Microsoft.Storage/storageAccounts/queueServices',
    'Microsoft.Storage/storageAccounts/queueServices/queues', 'Microsoft.Storage/storageAccounts/tableServices', 'Microsoft.Web/serverfarms',
    'Microsoft.Web/sites', 'Microsoft.Web/sites/basicPublishingCredentialsPolicies', 'Microsoft.Web/sites/config',
  ]);
  assert.equal(one(bare, 'Microsoft.Storage/storageAccounts').sku.name, 'Standard_LRS');
  assert.equal(one(bare, 'Microsoft.Web/serverfarms').sku.name, 'FC1');
  assert.deepEqual(one(bare, 'Microsoft.Web/sites').properties.functionAppConfig.scaleAndConcurrency.alwaysReady, []);
});

test('keys of links are in the vault and nowhere else', () => {
  const holding = full.filter(resource => /linkKeys'|k1:/.test(JSON.stringify(resource)));
  assert.deepEqual(holding.map(resource => resource.type), ['Microsoft.KeyVault/vaults/secrets']);
  assert.match(settings(full).Programme__LinkKeys, /outputs\.linkKeysReference/);
  assert.equal(holding[0].condition, "[not(empty(parameters('linkKeys')))]", 'those that are there stay');
  const app = one(full, 'Microsoft.Web/sites');
  assert.ok(app.properties.keyVaultReferenceIdentity);
});

test('delivery reports go into a queue by the topic\'s own identity, with no address and no key', () => {
  const subscription = one(full, 'Microsoft.EventGrid/systemTopics/eventSubscriptions').properties;
  const { identity, destination } = subscription.deliveryWithResourceIdentity;
  assert.equal(identity.type, 'SystemAssigned');
  assert.equal(destination.endpointType, 'StorageQueue');
  assert.equal(one(full, 'Microsoft.Storage/storageAccounts/queueServices/queues').name.split('/').at(-1), 'mail-events');
  assert.equal(one(full, 'Microsoft.EventGrid/systemTopics').identity.type, 'SystemAssigned');
  assert.ok(!JSON.stringify(full).includes('endpointUrl'));
  assert.equal(one(full, 'Microsoft.Storage/storageAccounts').properties.networkAcls.bypass, 'AzureServices');
});

test('each right is one of the least, for one resource', () => {
  const roles = {
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner', '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor', 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a': 'Storage Queue Data Message Sender',
    '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User', '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
    '09976791-48a7-449e-bb21-39d1a415f350': 'Communication and Email Service Owner',
  };
  const given = of(full, 'Microsoft.Authorization/roleAssignments');
  assert.deepEqual(given.map(right => right.properties.roleDefinitionId.split('/').at(-1)).sort(), Object.keys(roles).sort());
  for (const right of given) assert.match(right.id, /^(\[extensionResourceId\(')?\/subscriptions\/[^']+\/providers\/Microsoft\.(Storage|KeyVault|Insights|Communication)\//);
});

test('a domain of one\'s own sends as donotreply, unless somebody says otherwise', () => {
  const domain = { mailDomain: 'm.example.org', mailDomainVerified: true };
  const usual = deployed(domain);
  assert.equal(settings(usual).Mail__Sender, 'donotreply@m.example.org');
  assert.equal(settings(usual).Mail__PerHour, '100');
  assert.equal(of(usual, 'Microsoft.Communication/emailServices/domains/senderUsernames').length, 0);
  assert.equal(settings(full).Mail__Sender, 'mentoring@m.example.org');
  assert.equal(one(full, 'Microsoft.Communication/emailServices/domains/senderUsernames').properties.username, 'mentoring');
  assert.equal(one(usual, 'Microsoft.Communication/communicationServices').properties.linkedDomains.length, 2);
});

test('each alert looks over more time than lies between two looks, and the runbook knows it', () => {
  const minutes = text => {
    const [, hours, rest] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text);
    return Number(hours ?? 0) * 60 + Number(rest ?? 0);
  };
  const rules = [...of(full, 'Microsoft.Insights/scheduledQueryRules'), ...of(full, 'Microsoft.Insights/metricAlerts')];
  const runbook = readFileSync(join(infra, 'runbook.md'), 'utf8');
  assert.equal(rules.length, 7);
  for (const rule of rules) {
    assert.ok(minutes(rule.properties.windowSize) > minutes(rule.properties.evaluationFrequency), rule.name);
    assert.match(runbook, new RegExp(`^### ${rule.name}$`, 'm'));
  }
  assert.equal(one(full, 'Microsoft.Insights/webtests').properties.RetryEnabled, true);
});

test('storage, keys and mail are kept as they are told to be', () => {
  const account = one(full, 'Microsoft.Storage/storageAccounts');
  assert.equal(account.sku.name, 'Standard_ZRS');
  assert.equal(one(full, 'Microsoft.Storage/storageAccounts/blobServices').properties.deleteRetentionPolicy.days, 14);
  assert.equal(one(bare, 'Microsoft.Storage/storageAccounts/blobServices').properties.deleteRetentionPolicy.enabled, false);
  for (const all of [bare, full]) assert.equal(one(all, 'Microsoft.KeyVault/vaults').properties.softDeleteRetentionInDays, 7, 'Azure refuses another later');
  assert.equal(of(full, 'Microsoft.Authorization/locks').length, 3);
  for (const all of [bare, full]) assert.equal(one(all, 'Microsoft.Storage/storageAccounts').properties.allowSharedKeyAccess, false);
});

test('a private network closes storage and keys, and the app is in it', () => {
  assert.equal(of(full, 'Microsoft.Network/privateEndpoints').length, 4);
  for (const type of ['Microsoft.Storage/storageAccounts', 'Microsoft.KeyVault/vaults']) {
    assert.equal(one(full, type).properties.networkAcls.defaultAction, 'Deny');
    assert.equal(one(bare, type).properties.networkAcls.defaultAction, 'Allow');
  }
  assert.ok(one(full, 'Microsoft.Web/sites').properties.virtualNetworkSubnetId);
  assert.ok(!one(bare, 'Microsoft.Web/sites').properties.virtualNetworkSubnetId);
});

test('logs of access go where they are told to, and none tells an address', () => {
  const logs = of(full, 'Microsoft.Insights/diagnosticSettings');
  assert.deepEqual(logs.map(log => log.properties.logs.map(kind => kind.category).join(' ')).sort(),
    ['AuditEvent', 'DeliveryFailures', 'StorageRead StorageWrite StorageDelete']);
  const theirs = '/subscriptions/s/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/all';
  const sent = of(deployed({ diagnostics: theirs }), 'Microsoft.Insights/diagnosticSettings');
  assert.equal(sent.length, 3);
  for (const log of sent) assert.equal(log.properties.workspaceId, theirs);
});

test('quick commands keep one instance ready, and look into queues more often', () => {
  assert.deepEqual(one(full, 'Microsoft.Web/sites').properties.functionAppConfig.scaleAndConcurrency.alwaysReady, [{ name: 'durable', instanceCount: 1 }]);
  const interval = 'AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval';
  assert.equal(settings(full)[interval], '00:00:02');
  assert.equal(settings(bare)[interval], undefined);
});

test('a group that is there takes everything, and none is made', () => {
  const there = deployed(intoTheirs);
  assert.equal(of(there, 'Microsoft.Resources/resourceGroups').length, 0);
  for (const resource of there) assert.doesNotMatch(resource.id, /rg-try/);
  const types = all => all.map(resource => resource.type).sort();
  const alone = deployed({}, 'programme.bicep');
  assert.deepEqual(types(alone), types(there), 'and so it does without a right on the subscription');
  assert.equal(one(alone, 'Microsoft.Web/sites').name, one(there, 'Microsoft.Web/sites').name);
});

test('one value says which service mails go by, and a password is in the vault only', () => {
  const usual = settings(bare);
  assert.deepEqual([usual.Mail__Service, usual.Mail__PerHour, usual.Mail__Server], ['CommunicationServices', '10', undefined]);
  const microsoft = settings(deployed({ mailBy: 'Microsoft365', mailFrom: 'programme@example.org' }));
  assert.deepEqual([microsoft.Mail__Service, microsoft.Mail__Sender, microsoft.Mail__PerMinute, microsoft.Mail__PerHour], ['Microsoft365', 'programme@example.org', '30', '400']);
  const secret = 'pa55word';
  const smtp = deployed({ mailBy: 'Smtp', mailFrom: 'programme@example.org', smtpServer: 'smtp.example.org:587', smtpUser: 'me', smtpPassword: secret });
  assert.deepEqual([settings(smtp).Mail__Service, settings(smtp).Mail__Server, settings(smtp).Mail__User], ['Smtp', 'smtp.example.org:587', 'me']);
  assert.match(settings(smtp).Mail__Password, /outputs\.smtpLoginReference/);
  assert.deepEqual(smtp.filter(resource => JSON.stringify(resource).includes(secret) || /parameters\('smtpPassword'\)\]"/.test(JSON.stringify(resource.properties ?? {}))).map(resource => resource.type), ['Microsoft.KeyVault/vaults/secrets']);
  assert.equal(settings(deployed({ mailBy: 'Smtp', mailFrom: 'a@b.example', smtpServer: 'relay' })).Mail__Password, '');
});

test('mails that come back are looked for where a mailbox is named, and its password is in the vault only', () => {
  for (const usual of [bare, deployed({ mailBy: 'Smtp', mailFrom: 'a@b.example', smtpServer: 'relay' }), deployed({ mailInbox: 'imap' })]) {
    assert.equal(settings(usual).Mail__Inbox, undefined);
  }

  assert.equal(settings(deployed({ mailBy: 'Microsoft365', mailFrom: 'programme@example.org', mailInbox: 'true' })).Mail__Inbox, 'true');
  const secret = 'pa55word';
  const imap = { mailBy: 'Smtp', mailFrom: 'a@b.example', smtpServer: 'relay', mailInbox: 'imap.example.org:993', mailInboxUser: 'box', mailInboxPassword: secret };
  const read = deployed(imap);
  assert.deepEqual([settings(read).Mail__Inbox, settings(read).Mail__InboxUser], ['imap.example.org:993', 'box']);
  assert.match(settings(read).Mail__InboxPassword, /outputs\.inboxLoginReference/);
  assert.deepEqual(read.filter(resource => JSON.stringify(resource).includes(secret) || /parameters\('mailInboxPassword'\)\]"/.test(JSON.stringify(resource.properties ?? {}))).map(resource => resource.type), ['Microsoft.KeyVault/vaults/secrets']);
  assert.equal(settings(deployed({ ...imap, mailInboxUser: '', mailInboxPassword: '' })).Mail__InboxPassword, '', 'the login is the mail server\'s');
});

test('another number of partitions is another task hub', () => {
  const durable = 'AzureFunctionsJobHost__extensions__durableTask__';
  const of = all => [settings(all)[`${durable}storageProvider__partitionCount`], settings(all)[`${durable}hubName`]];
  const host = JSON.parse(readFileSync(join(infra, '..', 'host.json'), 'utf8')).extensions.durableTask;
  assert.deepEqual([host.storageProvider.partitionCount, host.hubName, ...of(bare)], [1, 'ReverseMentoring', undefined, undefined]);
  assert.deepEqual(of(deployed({ partitions: 4 })), ['4', 'ReverseMentoringP4']);
  assert.deepEqual(of(deployed({ partitions: 16 })), ['16', 'ReverseMentoringP16']);
});
