# ---- The lists: made with every column and index while they are empty; later only what lacks is added ----

function Get-ListPath {
    param([object] $With)
    "sites/$(Get-SiteId -Site $With.site)/lists/$([uri]::EscapeDataString($With.list.definition.displayName))"
}

# The columns that a list has now; nothing where there is no such list.
function Get-HeldColumns {
    param([object] $With)
    $id = Get-SiteId -Site $With.site
    $there = @(Get-AllFromGraph -Path "sites/$id/lists?`$select=id,displayName" | Where-Object { $_.displayName -eq $With.list.definition.displayName })
    if ($there.Count -gt 0) { Get-AllFromGraph -Path "sites/$id/lists/$($there[0].id)/columns" }
}

function Get-MissingColumns {
    param([object] $With, [object] $Held)
    $names = @($Held | ForEach-Object { $_.name })
    @($With.list.definition.columns | Where-Object { $names -notcontains $_.name })
}

# Columns that somebody changed: named in the check, never touched.
function Get-SpoiltColumns {
    param([object] $With, [object] $Held)
    foreach ($want in $With.list.definition.columns) {
        $have = @($Held | Where-Object { $_.name -eq $want.name })[0]
        if ($null -eq $have) { continue }
        if ($want.indexed -and -not $have.indexed) { "$($want.displayName) has no index" }
        if ($want.enforceUniqueValues -and -not $have.enforceUniqueValues) { "$($want.displayName) is not unique" }
        foreach ($type in $Plan.columnTypes) {
            if ($null -ne $want.$type -and $null -eq $have.$type) { "$($want.displayName) has another type" }
        }
    }
}

function Get-Marker {
    param([object] $With)
    @(Get-AllFromGraph -Path "$(Get-ListPath -With $With)/items?$($Plan.markerQuery)")[0]
}

function Get-ListSettings {
    param([object] $With)
    $name = $With.list.definition.displayName.Replace("'", "''")
    $url = "/_api/web/lists/getbytitle('$([uri]::EscapeDataString($name))')?`$select=EnableVersioning,MajorVersionLimit,EnableModeration,ReadSecurity,WriteSecurity,HasUniqueRoleAssignments"
    Invoke-PnPSPRestMethod -Method Get -Url $url -Connection (Get-Connection -Url $With.site.url) -ErrorAction Stop
}

foreach ($site in $Plan.sites) {
    foreach ($list in $Plan.lists.($site.audience)) {
        $both = [pscustomobject]@{ site = $site; list = $list }
        $name = $list.definition.displayName

        Add-Step -What "List '$name' with $(@($list.definition.columns).Count) columns" -Site $site.url -With $both `
            -Look {
                param($With)
                $held = Get-HeldColumns -With $With
                if ($null -eq $held -or @(Get-MissingColumns -With $With -Held $held).Count -gt 0) { return $false }
                $spoilt = @(Get-SpoiltColumns -With $With -Held $held)
                if ($spoilt.Count -gt 0) { throw "changed in SharePoint: $($spoilt -join '; ')" }
                $true
            } `
            -Do {
                param($With)
                $held = Get-HeldColumns -With $With
                if ($null -eq $held) {
                    Invoke-Graph -Method Post -Path "sites/$(Get-SiteId -Site $With.site)/lists" -Body $With.list.definition | Out-Null
                    return
                }
                foreach ($column in (Get-MissingColumns -With $With -Held $held)) {
                    Invoke-Graph -Method Post -Path "$(Get-ListPath -With $With)/columns" -Body $column | Out-Null
                }
            } `
            -IfNot "You need Full Control of the site. A column that was changed by hand has to be put right in the list's settings. ($($site.url))"

        Add-Step -What "List '$name': the row that says for which version it was set up" -Site $site.url -With $both `
            -Look {
                param($With)
                $row = Get-Marker -With $With
                $null -ne $row -and "$($row.fields.gtArchivedReason)" -match '^Record types (\d+),' -and [int]$Matches[1] -ge $Plan.recordTypesVersion
            } `
            -Do {
                param($With)
                $row = Get-Marker -With $With
                $items = "$(Get-ListPath -With $With)/items"
                if ($null -eq $row) { Invoke-Graph -Method Post -Path $items -Body @{ fields = $With.list.marker } | Out-Null }
                else { Invoke-Graph -Method Patch -Path "$items/$($row.id)/fields" -Body @{ gtArchivedReason = $With.list.marker.gtArchivedReason } | Out-Null }
            } `
            -IfNot "Goldthread tells an empty list from one that hides rows by it. ($($site.url))"

        Add-Step -What "List '$name': keep $($Plan.versions) earlier versions of each row, no content approval" -Site $site.url -With $both `
            -Look {
                param($With)
                $have = Get-ListSettings -With $With
                $have.EnableVersioning -and $have.MajorVersionLimit -ge $Plan.versions -and -not $have.EnableModeration
            } `
            -Do {
                param($With)
                Set-PnPList -Identity $With.list.definition.displayName -EnableVersioning $true -MajorVersions $Plan.versions -EnableModeration $false -Connection (Get-Connection -Url $With.site.url) | Out-Null
            } `
            -IfNot "In the list's settings: Versioning settings. ($($site.url))"

        if ($list.guard -ne 'addOnly') { continue }
        Add-Step -What "List '$name': everybody adds and reads back only their own rows; '$($Plan.roles.sencoGroup)' and owners read all" -Site $site.url -With $both `
            -Look {
                param($With)
                $have = Get-ListSettings -With $With
                $have.HasUniqueRoleAssignments -and $have.ReadSecurity -eq 2 -and $have.WriteSecurity -eq 4
            } `
            -Do {
                param($With)
                $connection = Get-Connection -Url $With.site.url
                $title = $With.list.definition.displayName
                if (-not (Get-ListSettings -With $With).HasUniqueRoleAssignments) {
                    Set-PnPList -Identity $title -BreakRoleInheritance -Connection $connection | Out-Null
                }
                Set-PnPListPermission -Identity $title -Group (Get-PnPGroup -AssociatedOwnerGroup -Connection $connection).Title -AddRole $Plan.roles.full -Connection $connection
                Set-PnPListPermission -Identity $title -Group $Plan.roles.sencoGroup -AddRole $Plan.roles.edit -Connection $connection
                Set-PnPListPermission -Identity $title -Group (Get-PnPGroup -AssociatedMemberGroup -Connection $connection).Title -AddRole $Plan.roles.addOnly -Connection $connection
                Set-PnPListPermission -Identity $title -Group (Get-PnPGroup -AssociatedVisitorGroup -Connection $connection).Title -AddRole $Plan.roles.addOnly -Connection $connection
                Set-PnPList -Identity $title -ReadSecurity AllUsersReadAccessOnItemsTheyCreate -WriteSecurity WriteNoItems -Connection $connection | Out-Null
            } `
            -IfNot "In the list's settings: Permissions for this list, and Advanced settings, Item-level Permissions. ($($site.url))"
    }
}

