<#
.SYNOPSIS
Sets up Goldthread in Microsoft 365: the app's registration, its permission, the sites, their lists and groups.

.DESCRIPTION
Run it three times, each time seeing more before anything is changed:

  1. .\Install-Goldthread.ps1
     Prints everything it would do. Signs in nowhere, asks nothing, changes nothing.
  2. .\Install-Goldthread.ps1 -PnPClientId ID
     Signs you in and looks: says of each step whether it is so already. Changes nothing.
  3. .\Install-Goldthread.ps1 -PnPClientId ID -Apply
     Asks once, does what is not so yet, then looks at all of it again and says what is wrong.

Run it again whenever you like: what is there is left as it is. Lists and columns are added, never changed or removed.
It reads no record of a pupil: of each list it asks for the one row that set-up itself put there.

.NOTES
Needs PowerShell 7.4, the module PnP.PowerShell, and an account that is SharePoint Administrator and may register apps
(Application Administrator, or Cloud Application Administrator). PnP PowerShell signs in with a registration of its
own, which you make once (Goldthread's pages never use it):

  Register-PnPEntraIDAppForInteractiveLogin -ApplicationName 'PnP PowerShell' -Tenant YOURS.onmicrosoft.com `
    -GraphDelegatePermissions Application.ReadWrite.All,DelegatedPermissionGrant.ReadWrite.All,Sites.FullControl.All `
    -SharePointDelegatePermissions AllSites.FullControl

Delete that registration afterwards if you have no other use for it.
#>
[CmdletBinding()]
param(
    # The application (client) id that PnP PowerShell signs in with. Without it the plan is printed and nothing is asked.
    [string] $PnPClientId = '',
    # Do what is not so yet. Without it nothing is changed.
    [switch] $Apply,
    # What was looked at and done, without names of people.
    [string] $LogFile = (Join-Path -Path (Get-Location) -ChildPath 'Install-Goldthread.log')
)

Set-StrictMode -Version 1.0
$ErrorActionPreference = 'Stop'

# Everything that follows from Goldthread's own definitions: made with this version, not to be changed by hand.
$Plan = @'
__PLAN__
'@ | ConvertFrom-Json

