# ---- People: this script lets nobody in; it says which groups are still empty ----

foreach ($site in $Plan.sites) {
    foreach ($group in $site.people) {
        Add-Step -What "Somebody is in the group for: $($group.who)" -Site $site.url -With ([pscustomobject]@{ site = $site; group = $group }) `
            -Look {
                param($With)
                $connection = Get-Connection -Url $With.site.url
                $group = switch ($With.group.group) {
                    'members' { Get-PnPGroup -AssociatedMemberGroup -Connection $connection }
                    'visitors' { Get-PnPGroup -AssociatedVisitorGroup -Connection $connection }
                    default { Get-PnPGroup -Identity $Plan.roles.sencoGroup -Connection $connection }
                }
                @(Get-PnPGroupMember -Group $group -Connection $connection | Where-Object { $_ }).Count -gt 0
            } `
            -IfNot "For you to do, on $($site.url): Site permissions, Advanced permissions settings, the $($group.group) group; add people, or a security group."
    }
}

# ---- Look, ask once, do, look again ----

function Write-Plan {
    Write-Line "Goldthread $($Plan.version), record types $($Plan.recordTypesVersion), for https://$($Plan.host)" 'White'
    $where = $null
    foreach ($step in $Steps) {
        if ($step.Site -ne $where) {
            $where = $step.Site
            Write-Line ''
            Write-Line $(if ($where) { $where } else { 'Microsoft Entra' }) 'White'
        }
        $mark = if ($null -eq $step.Do) { 'check ' } else { 'do    ' }
        Write-Line "  $mark$($step.What)"
        if ($null -ne $step.With.list) {
            if ($step.What -like "List '*' with *") {
                Write-Line "          $(@($step.With.list.definition.columns | ForEach-Object { $_.displayName }) -join ', ')" 'DarkGray'
                Write-Line "          indexed: $(@($step.With.list.definition.columns | Where-Object { $_.indexed } | ForEach-Object { $_.displayName }) -join ', ')" 'DarkGray'
            }
        }
    }
    Write-Line ''
    Write-Line 'This script leaves to you:' 'White'
    foreach ($line in $Plan.leftToYou) { Write-Line "  - $line" }
}

function Test-Steps {
    $missing = @{}
    foreach ($step in $Steps) {
        $step.Trouble = ''
        if ($step.Site -and $missing.ContainsKey($step.Site)) { $step.State = 'to do'; continue }
        try { $step.State = if (& $step.Look $step.With) { 'already so' } else { 'to do' } }
        catch { $step.State = 'not known'; $step.Trouble = "$($_.Exception.Message)" }
        # Without its site nothing further can be looked at there: the site comes first of its steps.
        if ($step.State -eq 'to do' -and $step.What -like 'Make the site *') { $missing[$step.Site] = $true }
        if ($step.State -ne 'to do' -or $null -ne $step.Do) { Write-Line "  $($step.State.PadRight(12)) $($step.What) $($step.Trouble)" }
        else { Write-Line "  for you      $($step.What)" }
    }
}

function Invoke-Steps {
    foreach ($step in $Steps) {
        if ($null -eq $step.Do -or $step.State -eq 'already so') { continue }
        try {
            if (& $step.Look $step.With) { continue }
            Write-Line "  doing        $($step.What)"
            & $step.Do $step.With
        }
        catch {
            Write-Line "  not done     $($step.What): $($_.Exception.Message)" 'Yellow'
            Write-Line "               $($step.IfNot)" 'Yellow'
            # Without the registration or the site nothing behind it can be done either.
            if ($step.What -like 'Register the app *' -or $step.What -like 'Make the site *') { return }
        }
    }
}

function Write-Result {
    $open = @($Steps | Where-Object { $_.State -ne 'already so' })
    Write-Line ''
    if ($open.Count -eq 0) { Write-Line "All $($Steps.Count) steps are so. Nothing is left to do here." 'Green' }
    foreach ($step in $open) {
        Write-Line "  $($step.State): $($step.What) $($step.Trouble)" 'Yellow'
        Write-Line "      $($step.IfNot)"
    }
    $app = Get-App
    if ($null -ne $app) { Write-Line "Client id for config.json and for npm run package: $($app.appId)" 'White' }
    Write-Line "Written to $LogFile"
    $open.Count
}

Write-Plan
if ($PnPClientId -eq '') {
    Write-Line ''
    Write-Line 'Nothing was asked and nothing was changed. To look: -PnPClientId ID. To do it: -PnPClientId ID -Apply.' 'White'
    exit 0
}
if ($null -eq (Get-Module -ListAvailable -Name PnP.PowerShell)) {
    throw 'PnP.PowerShell is not installed: Install-Module PnP.PowerShell -Scope CurrentUser'
}
Import-Module -Name PnP.PowerShell

Write-Line ''
Write-Line 'Looking. Nothing is changed.' 'White'
Test-Steps
$todo = @($Steps | Where-Object { $_.State -ne 'already so' -and $null -ne $_.Do })
if (-not $Apply) {
    Write-Line ''
    Write-Line "$($todo.Count) steps would be done. Nothing was changed. To do them: the same with -Apply." 'White'
    exit 0
}
# Known to be another tenant, not merely unknown: what would be made there nobody could use.
if (@($Steps | Where-Object { $_.What -like 'The tenant is *' -and $_.State -eq 'to do' }).Count -gt 0) {
    Write-Line 'Nothing was changed: this is another tenant than that of config.json.' 'Yellow'
    exit 1
}
if ($todo.Count -gt 0) {
    $answer = Read-Host -Prompt "$($todo.Count) steps will be done. Type yes to go on"
    if ($answer -ne 'yes') { Write-Line 'Nothing was changed.'; exit 0 }
    Invoke-Steps
    Write-Line ''
    Write-Line 'Looking again.' 'White'
    Test-Steps
}
$left = Write-Result
exit $(if ($left -eq 0) { 0 } else { 1 })
