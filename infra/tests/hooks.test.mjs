// Both twins of each hook, in all their branches, with commands in the place of az, azd and the like. In each case both
// must end alike: the same code, the same words, the same calls in the same order, the same values set.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pwsh, sh } from './twins.mjs';

const exchange = readFileSync(join(import.meta.dirname, 'exchange.psm1'), 'utf8');
const closed = 'function Connect-ExchangeOnline { param([switch]$ShowBanner) throw "no" }';

// What az answers, by what it is asked; anything else it does without a word.
const az = (...answers) => `case "$*" in\n${answers.map(([asked, script]) => `  ${asked}) ${script} ;;`).join('\n')}\nesac`;
const appIn = group => ['*Microsoft.Web/sites*resourceGroup,id*', `printf '${group}\\t/app-1\\n'`];
const app = appIn('RG-test');
const vault = ['*Microsoft.KeyVault/vaults*resourceGroup,id*', "printf 'rg-test\\t/vault-1\\n'"];
const linkKeys = ['*/vault-1/secrets*', 'echo link-keys'];
const stored = ['*"appsettings list"*', 'echo abc:def'];
const refused = pattern => [pattern, 'exit 1'];

const preprovision = [
  { name: 'no subscription', env: { AZURE_SUBSCRIPTION_ID: undefined }, code: 1, err: /No subscription/, calls: 0 },
  { name: 'no Azure CLI', without: ['az'], code: 1, err: /need the Azure CLI/, calls: 0 },
  { name: 'not signed in', az: 'exit 1', code: 1, err: /Sign in.* {2}az login$/, calls: 1 },
  { name: 'not signed in to a tenant', az: 'exit 1', env: { AZURE_TENANT_ID: 't' }, code: 1, err: /az login --tenant t$/ },
  { name: 'a group that is not there', env: { RESOURCE_GROUP: 'theirs' }, az: az(['"group exists"*', 'echo false']), code: 1, err: /no such group/ },
  { name: 'a group that nobody can look for', env: { RESOURCE_GROUP: 'theirs' }, az: az(refused('"group exists"*')), code: 1, err: /no such group/ },
  { name: 'a directory without a mailbox', env: { DIRECTORY_IMPORT: 'true' }, code: 1, err: /DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty/, calls: 0, values: [] },
  { name: 'a directory with a mailbox', env: { DIRECTORY_IMPORT: 'true', SERVICE_MAILBOX: 'a@b', LINK_KEYS: 'k1:x', MANAGER_KEY: 'a:b' }, calls: 1, values: [] },
  { name: 'both keys are given', env: { LINK_KEYS: 'k1:x', MANAGER_KEY: 'a:b' }, calls: 1, values: [] },
  { name: 'a second one on the same machine', env: { MANAGER_KEY: 'a:b', LINK_KEYS: '' }, az: az(app, vault, linkKeys), out: /^$/, calls: 4, values: [] },
  { name: 'a second one, whose app can not be listed', env: { MANAGER_KEY: 'a:b' }, az: az(refused('*Microsoft.Web/sites*')), code: 1, err: /can't be read/, calls: 2, values: [] },
  { name: 'a second one, whose vault can not be listed', env: { MANAGER_KEY: 'a:b' }, az: az(app, refused('*KeyVault/vaults*')), code: 1, err: /can't be read/, calls: 3, values: [] },
  { name: 'a second one, whose vault can not be read', env: { MANAGER_KEY: 'a:b' }, az: az(app, vault, refused('*/vault-1/secrets*')), code: 1, err: /can't be read/, calls: 4, values: [] },
  { name: 'a second one, whose vault has lost the keys', env: { MANAGER_KEY: 'a:b' }, az: az(app, vault), code: 1, err: /has lost its secret link-keys.*recover/, calls: 4, values: [] },
  { name: 'a second one, whose vault is gone', env: { MANAGER_KEY: 'a:b' }, az: az(app), code: 1, err: /has lost its secret/, calls: 3, values: [] },
  { name: 'a second one, of which nothing is left', env: { MANAGER_KEY: 'a:b' }, out: /^$/, values: ['LINK_KEYS'] },
  { name: 'a second one, with another group of the same name', env: { MANAGER_KEY: 'a:b' }, az: az(appIn('other'), ['*Microsoft.KeyVault/vaults*resourceGroup,id*', "printf 'other\\t/vault-9\\n'"]), out: /^$/, calls: 4, values: ['LINK_KEYS'] },
  { name: 'new keys for links, of an app that can not be read', env: { LINK_KEYS: 'k2:y' }, az: az(app, refused('*appsettings*')), code: 1, err: /can't be read/, values: [] },
  { name: 'new keys for links where nothing is', env: { LINK_KEYS: 'k2:y' }, out: /<key>/, values: ['MANAGER_KEY'] },
  { name: 'a pipeline where nothing is', env: { CI: 'true' }, code: 1, err: /by hand once/, values: ['LINK_KEYS'] },
  { name: 'azd can not keep a key', azd: 'exit 1', azdRefusesSet: true, code: 1, out: /^$/, values: [], loose: true },
  { name: 'azd can not keep the first key', env: { LINK_KEYS: 'k2:y' }, azdRefusesSet: true, code: 1, out: /<key>/, err: /^MANAGER_KEY could not be set, so nothing is deployed/, values: [] },
  { name: 'a first deployment', out: /<key>/, values: ['LINK_KEYS', 'MANAGER_KEY'] },
  { name: 'a first deployment into a group', env: { RESOURCE_GROUP: 'theirs' }, az: az(['"group exists"*', 'echo true'], app), values: ['LINK_KEYS', 'MANAGER_KEY'] },
  { name: 'a second one, known by its group', env: { AZURE_RESOURCE_GROUP: 'rg-known', LINK_KEYS: 'k1:x' }, az: az(appIn('rg-known'), stored), out: /^$/, values: ['MANAGER_KEY'] },
  { name: 'another machine', az: az(app, vault, linkKeys, stored), told: /--ids \/app-1 /, out: /^$/, values: ['MANAGER_KEY'], kept: { MANAGER_KEY: 'abc:def' } },
  { name: 'what is there can not be listed', az: az(refused('"resource list"*')), code: 1, err: /can't be read/, values: [] },
  { name: 'the vault can not be listed', az: az(app, refused('*KeyVault/vaults*')), code: 1, err: /can't be read/, values: [] },
  { name: 'the vault can not be read', az: az(app, vault, refused('*/vault-1/secrets*')), code: 1, err: /can't be read/, values: [] },
  { name: 'the app can not be read', az: az(app, vault, linkKeys, refused('*appsettings*')), code: 1, err: /can't be read/, values: [] },
  { name: 'a vault that has lost the keys', az: az(app, vault), code: 1, err: /has lost its secret/, values: [] },
  { name: 'a deployment that broke off before the keys were kept', az: az(vault), values: ['LINK_KEYS', 'MANAGER_KEY'], out: /<key>/ },
  { name: 'new keys for links', env: { LINK_KEYS: 'k2:y' }, az: az(app, stored), values: ['MANAGER_KEY'], kept: { MANAGER_KEY: 'abc:def' } },
  { name: 'an emptied first key', az: az(app, vault, linkKeys), out: /<key>/, values: ['MANAGER_KEY'] },
  { name: 'a first key where the log is kept', env: { CI: 'true' }, az: az(app, vault, linkKeys), code: 1, err: /by hand once/, values: [] },
  { name: 'a pipeline with an app', env: { CI: 'true' }, az: az(app, vault, linkKeys, stored), values: ['MANAGER_KEY'] },
];

const ids = { IDENTITY_CLIENT_ID: 'client', IDENTITY_PRINCIPAL_ID: 'principal' };
const mailbox = { ...ids, SERVICE_MAILBOX: 'programme@example.org', CALENDAR_GROUP: 'people@example.org' };
const sends = { ...ids, MAIL_BY: 'Microsoft365', MAIL_FROM: 'programme@example.org' };
const imports = { ...mailbox, DIRECTORY_IMPORT: 'true' };
const domain = { MAIL_DOMAIN: 'm.example.org', MAIL_EMAIL_SERVICE: 'mail-1', AZURE_RESOURCE_GROUP: 'rg-test' };
const token = ['*get-access-token*', 'echo token'];
const graph = ['*filter=appId*', 'echo graph'];

const there = { PROGRAMME_ADDRESS: 'https://app.example', PROGRAMME_APP: 'func-1', AZURE_RESOURCE_GROUP: 'rg-test', MAIL_SERVICE: 'acs-1' };

const postprovision = [
  { name: 'nothing is set', out: /^No SERVICE_MAILBOX/, calls: 0 },
  { name: 'a directory without a mailbox', env: { DIRECTORY_IMPORT: 'true' }, code: 1, err: /DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty/, out: /^$/, calls: 0 },
  { name: 'new keys are in the vault', env: { ...there, LINK_KEYS: 'k1:x' }, told: /func-1\/config\/configreferences\/appsettings\/refresh/, calls: 2, values: ['LINK_KEYS'], kept: { LINK_KEYS: '' } },
  { name: 'a new password is in the vault', env: { ...there, SMTP_PASSWORD: 'x' }, told: /func-1\/config\/configreferences\/appsettings\/refresh/, calls: 2, values: ['SMTP_PASSWORD'], kept: { SMTP_PASSWORD: '' } },
  { name: 'a new password of the mailbox is in the vault', env: { ...there, MAIL_INBOX_PASSWORD: 'x' }, told: /func-1\/config\/configreferences\/appsettings\/refresh/, calls: 2, values: ['MAIL_INBOX_PASSWORD'], kept: { MAIL_INBOX_PASSWORD: '' } },
  { name: 'new keys are in the vault, but can not be looked up', env: { ...there, LINK_KEYS: 'k1:x' }, az: 'exit 1', err: /could not be looked up: the app has it within a day/, out: /^No SERVICE_MAILBOX/, kept: { LINK_KEYS: '' } },
  { name: 'mail by Microsoft 365 that comes back, without Exchange', env: { ...sends, MAIL_INBOX: 'true' }, out: /-Role 'Application Mail.Send'.*-Role 'Application Mail.Read' -CustomResourceScope 'Reverse mentoring mail'/s },
  { name: 'mail by Microsoft 365 without Exchange', env: sends, out: /PrimarySmtpAddress -eq 'programme@example.org'.*-App client -Role 'Application Mail.Send'/s },
  { name: 'mail by Microsoft 365 in a pipeline', env: { ...sends, CI: 'true' }, pwsh: true, exchange, out: /administrator of Exchange/, calls: 0 },
  { name: 'the right to send is given', env: sends, pwsh: true, exchange, told: /role client Application Mail.Send Reverse mentoring mail/, calls: 5 },
  { name: 'the right to send is there', env: { ...sends, EXCHANGE_HAS: '1' }, pwsh: true, exchange, calls: 2 },
  { name: 'the right to read what came back is given', env: { ...sends, EXCHANGE_HAS: '1', MAIL_INBOX: 'true' }, pwsh: true, exchange, told: /role client Application Mail.Read Reverse mentoring mail/, calls: 3 },
  { name: 'Exchange lets nobody in to give the right to send', env: sends, pwsh: true, exchange: closed, code: 1, loose: true },
  { name: 'a domain to verify', env: domain, az: az(['*States.SPF*', 'echo Verified'], ['*verificationRecords*', 'echo RECORDS']), out: /RECORDS.*until|RECORDS.*MAIL_DOMAIN_VERIFIED/s, told: /verificationType":"DKIM2/, calls: 9 },
  { name: 'a domain that is being looked for', env: domain, az: az(['*States.DKIM.*', 'echo VerificationInProgress'], ['*States.Domain*', 'echo VerificationRequested'], ['*States.SPF*', 'echo VerificationFailed']), calls: 8 },
  { name: 'a record that can not be looked for', env: domain, az: az(refused('*initiateVerification*')), err: /Domain can't be looked for yet/ },
  { name: 'a domain that is gone', env: domain, az: 'exit 1', code: 1, loose: true },
  { name: 'a verified domain', env: { ...domain, MAIL_DOMAIN_VERIFIED: 'true' }, calls: 0 },
  { name: 'a mailbox without Exchange', env: mailbox, out: /New-ManagementRoleAssignment -App client .*Only direct members/s },
  { name: 'a mailbox without a group', env: { ...mailbox, CALENDAR_GROUP: undefined }, out: /^CALENDAR_GROUP is not set.*<mail-enabled group/s },
  { name: 'a mailbox in a pipeline', env: { ...mailbox, CI: 'true' }, pwsh: true, exchange, out: /administrator of Exchange/, calls: 0 },
  { name: 'calendar rights are given', env: mailbox, pwsh: true, exchange, told: /role client Application MailboxSettings.Read Reverse mentoring/, out: /Calendars.ReadWrite +True/, calls: 6 },
  { name: 'calendar rights are there', env: { ...mailbox, EXCHANGE_HAS: '1' }, pwsh: true, exchange, calls: 2 },
  { name: 'Exchange lets nobody in to give calendar rights', env: mailbox, pwsh: true, exchange: closed, code: 1, loose: true },
  { name: 'the directory is granted', env: imports, az: az(token, graph), told: /\[{"principalId":"principal","resourceId":"graph","appRoleId":"df02/, out: /^An administrator of Exchange/, calls: 4 },
  { name: 'the directory was granted before', env: imports, az: az(token, ['*appRoleId==*', 'echo granted']), calls: 2 },
  { name: 'no token for the directory', env: imports, az: az(refused('*get-access-token*')), out: /^User.Read.All was not granted/, calls: 1 },
  { name: 'grants can not be read', env: imports, az: az(token, refused('*appRoleId==*')), out: /^User.Read.All was not granted/, calls: 2 },
  { name: 'Graph is not found', env: imports, az: az(token, refused('*filter=appId*')), out: /^User.Read.All was not granted/, calls: 3 },
  { name: 'a grant is refused', env: imports, az: az(token, graph, refused('*"--method post"*')), out: /^User.Read.All was not granted/, calls: 4 },
];

const kept = { ...there, STORAGE_ACCOUNT: 'st1' };
const after = tries => `n=$(cat "$CALLS" | env -i ${'"$(dirname "$0")/sh"'} -c 'n=0; while read -r l; do case $l in curl*) n=$((n+1));; esac; done; echo $n'); [ "$n" -gt ${tries} ]`;

const postdeploy = [
  { name: 'it answers', env: there, out: /^The programme is at https:\/\/app.example.$/, calls: 1 },
  { name: 'it answers late', env: there, curl: after(6), told: /configreferences\/appsettings\/refresh/, out: /^The programme is at/, calls: 14 },
  { name: 'keys can not be looked up again', env: there, curl: after(6), az: 'exit 1', err: /could not be looked up again/, out: /^The programme is at/ },
  { name: 'it never answers', env: there, curl: 'exit 1', code: 1, err: /does not answer/, calls: 42 },
];

const predown = [
  { name: 'nothing is to be said', out: /^$/, calls: 0 },
  { name: 'calendar rights stay', env: mailbox, out: /-RoleAssignee client \|/ },
  { name: 'calendar rights stay of an identity that is gone', env: { SERVICE_MAILBOX: 'a@b' }, out: /-RoleAssignee <client id of the identity>/ },
  { name: 'the right to send stays', env: sends, out: /Remove-ManagementScope 'Reverse mentoring mail'.*Remove-ServicePrincipal client/s },
  { name: 'the right to send stays of an identity that is gone', env: { MAIL_BY: 'Microsoft365' }, out: /-RoleAssignee <client id of the identity>/ },
  { name: 'its own group', env: { AZURE_RESOURCE_GROUP: 'rg-test' }, out: /^$/ },
  { name: 'a group of somebody else', env: { RESOURCE_GROUP: 'theirs', AZURE_RESOURCE_GROUP: 'theirs' }, code: 1, err: /would delete all.*--resource-group theirs --query .*contains\(keys\(tags\), 'azd-env-name'\) && contains\(values\(tags\), 'test'\)/s },
  { name: 'a group of somebody else, chosen by azd', env: { AZURE_RESOURCE_GROUP: 'theirs' }, code: 1, err: /theirs was not made/ },
  { name: 'it is locked', env: { LOCK: 'true' }, code: 1, err: /locked.*--resource-group rg-test/s },
  { name: 'it is locked in a group', env: { LOCK: 'true', RESOURCE_GROUP: 'theirs' }, code: 1, err: /locked.*--resource-group theirs/s },
];

const byAzd = '[ "$1 $2" = "env get-value" ] && case $3 in PROGRAMME_APP) echo func-1 ;; AZURE_RESOURCE_GROUP) echo rg-test ;; MAIL_SERVICE) echo acs-1 ;; *) exit 1 ;; esac';

const byHand = [
  { hook: 'manager-key', name: 'a new key', env: there, told: /--name func-1 --settings Programme__ManagerKey=<stored>/, out: /<key>.*Revoke/s, values: ['MANAGER_KEY'] },
  { hook: 'manager-key', name: 'a new key, asked for by hand', azd: byAzd, told: /--resource-group rg-test --name func-1/, out: /<key>/, values: ['MANAGER_KEY'] },
  { hook: 'manager-key', name: 'no environment', env: { AZURE_SUBSCRIPTION_ID: undefined }, azd: 'echo "no environment" >&2; exit 1', code: 1, err: /AZURE_SUBSCRIPTION_ID is not known/, out: /^$/, values: [] },
  { hook: 'manager-key', name: 'not deployed', azd: '[ "$3" != PROGRAMME_APP ] && echo x || exit 1', code: 1, err: /PROGRAMME_APP is not known/, out: /^$/, values: [] },
  { hook: 'manager-key', name: 'no right to set it', env: there, az: 'exit 1', code: 1, err: /^The app could not be told of a new key/, out: /^$/, values: [] },
  { hook: 'manager-key', name: 'a new key, but no environment keeps it', env: there, azdRefusesSet: true, told: /--name func-1 --settings Programme__ManagerKey=<stored>/, err: /^MANAGER_KEY could not be set.* azd env set MANAGER_KEY <stored>$/, out: /<key>.*Revoke/s, values: [] },
  { hook: 'rows', name: 'a copy', args: ['export', 'rows.jsonl'], env: kept, dotnet: 'exit 0', told: /dotnet build .*\naz functionapp stop .*--name func-1\ndotnet .*\/ReverseMentoring\.Functions\.dll export rows\.jsonl --account st1\naz functionapp start .*--name func-1$/, calls: 4 },
  { hook: 'rows', name: 'a copy that is put back', args: ['restore', 'rows.jsonl', '--replace', '--erased', 'spring/p1'], env: kept, dotnet: 'exit 0', told: /dll restore rows\.jsonl --replace --erased spring\/p1 --account st1/, calls: 4 },
  { hook: 'rows', name: 'a copy that fails leaves the app running', args: ['export', 'rows.jsonl'], env: kept, dotnet: '[ "$1" = build ]', code: 1, told: /functionapp start/, calls: 4, loose: true },
  { hook: 'rows', name: 'a build that fails does not stop the app', args: ['export', 'rows.jsonl'], env: kept, dotnet: 'exit 1', code: 1, calls: 1, loose: true },
  { hook: 'rows', name: 'an app that can not be stopped is started again', args: ['export', 'rows.jsonl'], env: kept, az: az(refused('*"functionapp stop"*')), dotnet: 'exit 0', code: 1, told: /functionapp start/, calls: 3, loose: true },
  { hook: 'rows', name: 'an app that can not be started again', args: ['export', 'rows.jsonl'], env: kept, az: az(refused('*"functionapp start"*')), dotnet: 'exit 0', code: 1, calls: 4, loose: true },
  { hook: 'rows', name: 'not deployed', args: ['export', 'rows.jsonl'], azd: '[ "$3" != STORAGE_ACCOUNT ] && echo x || exit 1', dotnet: 'exit 0', code: 1, err: /STORAGE_ACCOUNT is not known/, out: /^$/ },
  { hook: 'mail-stop', name: 'mail stops', env: there, told: /communicationServices\/acs-1.*\[{"properties":{"linkedDomains":\[\]}}\]/, out: /No mail goes out/, calls: 3, kept: { MAIL_STOPPED: 'true' } },
  { hook: 'mail-stop', name: 'mail stops, but no environment keeps it', env: { ...there, MAIL_BY: 'CommunicationServices' }, azdRefusesSet: true, told: /--method patch .*acs-1/, err: /MAIL_STOPPED could not be set/, out: /No mail goes out/, values: [] },
  { hook: 'mail-stop', name: 'mail stops, asked for by hand', azd: byAzd, told: /--method patch .*acs-1/, out: /No mail goes out/ },
  { hook: 'mail-stop', name: 'mail by another service stops', env: { ...there, MAIL_BY: 'Smtp' }, told: /--name func-1 --settings Mail__Stopped=true/, out: /No mail goes out/, kept: { MAIL_STOPPED: 'true' } },
  { hook: 'mail-stop', name: 'mail by another service, of an app that is not known', env: { AZURE_RESOURCE_GROUP: 'rg-test', MAIL_BY: 'Smtp' }, azd: 'exit 1', code: 1, err: /PROGRAMME_APP is not known/, out: /^$/, values: [] },
  { hook: 'mail-stop', name: 'no right to stop the app', env: { ...there, MAIL_BY: 'Smtp' }, az: 'exit 1', code: 1, out: /^$/, values: [], loose: true },
  { hook: 'mail-stop', name: 'a mail service that is not known', env: { AZURE_RESOURCE_GROUP: 'rg-test' }, azd: 'exit 1', code: 1, err: /MAIL_SERVICE is not known/, out: /^$/, values: [] },
  { hook: 'mail-stop', name: 'mail by another service stops, asked for by hand', azd: byAzd.replace('MAIL_SERVICE)', 'MAIL_BY) echo Microsoft365 ;; MAIL_SERVICE)'), told: /Mail__Stopped=true/, out: /No mail goes out/ },
  { hook: 'mail-stop', name: 'not deployed', azd: 'exit 1', code: 1, err: /AZURE_RESOURCE_GROUP is not known/, out: /^$/ },
  { hook: 'mail-stop', name: 'no right to stop it', env: there, az: 'exit 1', code: 1, out: /^$/, values: [], loose: true },
];

const of = (hook, cases) => cases.map(one => ({ hook, code: 0, ...one }));
const cases = [
  ...of('preprovision', preprovision), ...of('postprovision', postprovision), ...of('postdeploy', postdeploy),
  ...of('predown', predown), ...of('', byHand),
];
const [inSh, inPwsh] = [sh(cases), pwsh(cases)];

for (const [i, one] of cases.entries()) {
  test(`${one.hook}: ${one.name}`, () => {
    for (const [twin, told] of [['sh', inSh[i]], ['ps1', inPwsh[i]]]) {
      const seen = `${twin}: ${JSON.stringify(told, null, 1)}`;
      assert.equal(told.code, one.code, seen);
      if (one.out) assert.match(told.out.join('\n'), one.out, seen);
      if (one.err) assert.match(told.err.join(' '), one.err, seen);
      else if (one.code === 0) assert.deepEqual(told.err, [], seen);
      if (one.told) assert.match(told.calls.join('\n'), one.told, seen);
      if (one.calls !== undefined) assert.equal(told.calls.length, one.calls, seen);
      if (one.values) assert.deepEqual(Object.keys(told.values), one.values, seen);
      for (const [name, value] of Object.entries(one.kept ?? {})) assert.equal(told.values[name], value, seen);
    }

    // Where a command fails by itself, each shell says so in its own words.
    const compared = ({ code, out, err, calls, values }) => ({ code, out, err: one.loose ? [] : err, calls, values: Object.keys(values) });
    assert.deepEqual(compared(inPwsh[i]), compared(inSh[i]));
  });
}

test('a manager\'s key that is shown is the one that the app is told', () => {
  for (const told of [...inSh, ...inPwsh].filter(one => one.values.MANAGER_KEY && /rm_/.test(one.shown))) {
    const key = /rm_([a-z2-9]{12})_[a-z2-9]{40}/.exec(told.shown);
    assert.equal(told.values.MANAGER_KEY, `${key[1]}:${createHash('sha256').update(key[0]).digest('hex')}`);
  }
});

test('keys for links have 32 bytes, and no two are alike', () => {
  const made = [...inSh, ...inPwsh].map(one => one.values.LINK_KEYS).filter(keys => keys);
  assert.ok(made.length >= 6);
  assert.equal(new Set(made).size, made.length);
  for (const keys of made) assert.equal(Buffer.from(/^k1:(.+)$/.exec(keys)[1], 'base64').length, 32);
});

test('each hook that azd is told to run is there', () => {
  const told = [...readFileSync(join(import.meta.dirname, '..', '..', 'azure.yaml'), 'utf8').matchAll(/run: \.\/infra\/hooks\/(\S+)/g)].map(match => match[1]);
  assert.equal(told.length, 8);
  const there = readdirSync(join(import.meta.dirname, '..', 'hooks'));
  for (const file of told) assert.ok(there.includes(file), file);
});

test('each hook has a twin, and each is run', () => {
  const hooks = join(import.meta.dirname, '..', 'hooks');
  const names = ending => readdirSync(hooks).filter(file => file.endsWith(ending)).map(file => file.slice(0, -ending.length));
  assert.deepEqual(names('.sh'), names('.ps1'));
  const text = names('.sh').map(name => readFileSync(join(hooks, name + '.sh'), 'utf8')).join('\n');
  for (const name of names('.sh')) assert.ok(cases.some(one => one.hook === name) || text.includes(`/${name}.sh"`), name);
});
