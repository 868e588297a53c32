/**
 * The commands that the install script may use and the parameters it may give them: of PnP.PowerShell as its own
 * documentation has them (pnp/powershell, documentation/*.md, March 2026), and of PowerShell itself. `ErrorAction` is
 * everybody's.
 */
export const known: Readonly<Record<string, readonly string[]>> = {
  'Connect-PnPOnline': ['Url', 'Interactive', 'ClientId', 'ReturnConnection'],
  'Invoke-PnPGraphMethod': ['Method', 'Url', 'Content', 'All', 'Connection'],
  'Invoke-PnPSPRestMethod': ['Method', 'Url', 'Connection'],
  'Get-PnPTenantId': ['TenantUrl', 'Connection'],
  'Get-PnPTenantSite': ['Identity', 'Filter', 'Connection'],
  'Set-PnPTenantSite': ['Identity', 'SharingCapability', 'Connection'],
  'New-PnPSite': ['Type', 'Title', 'Url', 'Lcid', 'TimeZone', 'Connection'],
  'Get-PnPWeb': ['Includes', 'Connection'],
  'Set-PnPWeb': ['MembersCanShare', 'Connection'],
  'Get-PnPGroup': [
    'Identity',
    'AssociatedOwnerGroup',
    'AssociatedMemberGroup',
    'AssociatedVisitorGroup',
    'Connection',
  ],
  'New-PnPGroup': ['Title', 'Description', 'Connection'],
  'Get-PnPGroupMember': ['Group', 'Connection'],
  'Get-PnPGroupPermissions': ['Identity', 'Connection'],
  'Set-PnPGroupPermissions': ['Identity', 'AddRole', 'RemoveRole', 'Connection'],
  'Get-PnPRoleDefinition': ['Connection'],
  'Add-PnPRoleDefinition': ['RoleName', 'Clone', 'Include', 'Description', 'Connection'],
  'Set-PnPList': [
    'Identity',
    'EnableVersioning',
    'MajorVersions',
    'EnableModeration',
    'BreakRoleInheritance',
    'ReadSecurity',
    'WriteSecurity',
    'Connection',
  ],
  'Set-PnPListPermission': ['Identity', 'Group', 'AddRole', 'Connection'],
  'Add-Content': ['Path', 'Value', 'Encoding'],
  'ConvertFrom-Json': [],
  'ConvertTo-Json': ['InputObject', 'Depth', 'Compress'],
  'ForEach-Object': [],
  'Get-Date': ['Format'],
  'Get-Location': [],
  'Get-Module': ['ListAvailable', 'Name'],
  'Import-Module': ['Name'],
  'Join-Path': ['Path', 'ChildPath'],
  'Out-Null': [],
  'Read-Host': ['Prompt'],
  'Select-Object': ['Unique'],
  'Set-StrictMode': ['Version'],
  'Where-Object': [],
  'Write-Host': ['ForegroundColor'],
}

/** Commands that change something in the tenant. Graph is asked by Invoke-Graph, whose method tells. */
export const changing = /^(?:New|Set|Add|Remove|Grant|Register)-PnP/
