# Exchange's cmdlets with the parameters that they have, as far as the hooks use them: another one is refused, as there.
# $env:EXCHANGE_HAS says what is there already.
function Note($text) { Add-Content $env:CALLS $text }
function Connect-ExchangeOnline { [CmdletBinding()] param([switch]$ShowBanner) Note 'exchange connect' }
function Disconnect-ExchangeOnline { [CmdletBinding(SupportsShouldProcess)] param() Note 'exchange disconnect' }
function Get-Group { [CmdletBinding()] param([Parameter(Position = 0)]$Identity) [pscustomobject]@{ DistinguishedName = "CN=$Identity" } }
function Get-ServicePrincipal { [CmdletBinding()] param($Identity) if ($env:EXCHANGE_HAS) { [pscustomobject]@{ AppId = $env:IDENTITY_CLIENT_ID } } }
function New-ServicePrincipal { [CmdletBinding()] param($AppId, $ObjectId, $DisplayName) Note "exchange principal $AppId $ObjectId $DisplayName" }
function Get-ManagementScope { [CmdletBinding()] param($Identity) if ($env:EXCHANGE_HAS) { 'Reverse mentoring', 'Reverse mentoring mail' | ForEach-Object { [pscustomobject]@{ Name = $_ } } } }
function New-ManagementScope { [CmdletBinding()] param($Name, $RecipientRestrictionFilter) Note "exchange scope $Name $RecipientRestrictionFilter" }
function Get-ManagementRoleAssignment {
    [CmdletBinding()] param($Identity, $Role, $RoleAssignee)
    if ($env:EXCHANGE_HAS) { 'Application Calendars.ReadWrite', 'Application MailboxSettings.Read', 'Application Mail.Send' | ForEach-Object { [pscustomobject]@{ Role = $_ } } }
}
function New-ManagementRoleAssignment { [CmdletBinding()] param($App, $Role, $CustomResourceScope) Note "exchange role $App $Role $CustomResourceScope" }
function Test-ServicePrincipalAuthorization {
    [CmdletBinding()] param($Identity, $Resource)
    [pscustomobject]@{ RoleName = 'Application Calendars.ReadWrite'; GrantedPermissions = 'Calendars.ReadWrite'; InScope = $true }
}
