# ---- The sites: one for each audience, since SharePoint guards sites and lists, never columns ----

# The app's grant to a site. GET of the list may leave the roles out, so each is asked for by its id.
function Get-SiteGrant {
    param([object] $Site)
    $app = Get-App
    if ($null -eq $app) { return }
    $id = Get-SiteId -Site $Site
    foreach ($one in (Get-AllFromGraph -Path "sites/$id/permissions")) {
        $apps = @(@($one.grantedToIdentitiesV2) + @($one.grantedToIdentities) | Where-Object { $_ } | ForEach-Object { $_.application.id })
        if ($apps -contains $app.appId) { return Invoke-Graph -Method Get -Path "sites/$id/permissions/$($one.id)" }
    }
}

function Get-MembersGroup {
    param([object] $Site)
    Get-PnPGroup -AssociatedMemberGroup -Connection (Get-Connection -Url $Site.url)
}
function Get-RoleNames {
    param([object] $Site, [object] $Group)
    @(Get-PnPGroupPermissions -Identity $Group.Title -Connection (Get-Connection -Url $Site.url) | ForEach-Object { $_.Name })
}
function Test-Group {
    param([object] $Site, [string] $Name)
    @(Get-PnPGroup -Connection (Get-Connection -Url $Site.url) | Where-Object { $_.Title -eq $Name }).Count -gt 0
}

foreach ($one in $Plan.sites) {
    $at = "$($one.school): $($one.url)"

    Add-Step -What "Make the site '$($one.title)' (team site without a Microsoft 365 group, London time)" -Site $one.url -With $one `
        -Look {
            param($With)
            $admin = Get-Connection -Url $Plan.adminUrl
            @(Get-PnPTenantSite -Filter "Url -eq '$($With.url)'" -Connection $admin | Where-Object { $_.Url -eq $With.url }).Count -gt 0
        } `
        -Do {
            param($With)
            New-PnPSite -Type TeamSiteWithoutMicrosoft365Group -Title $With.title -Url $With.url -Lcid 2057 `
                -TimeZone UTC_GREENWICH_MEAN_TIME_DUBLIN_EDINBURGH_LISBON_LONDON -Connection (Get-Connection -Url $Plan.adminUrl) | Out-Null
        } `
        -IfNot "You need the role SharePoint Administrator. In the SharePoint admin centre: Active sites, Create, Team site, at exactly this address. ($at)"

    Add-Step -What 'Nobody outside the organisation can be let in' -Site $one.url -With $one `
        -Look {
            param($With)
            "$((Get-PnPTenantSite -Identity $With.url -Connection (Get-Connection -Url $Plan.adminUrl)).SharingCapability)" -eq 'Disabled'
        } `
        -Do { param($With) Set-PnPTenantSite -Identity $With.url -SharingCapability Disabled -Connection (Get-Connection -Url $Plan.adminUrl) } `
        -IfNot "In the SharePoint admin centre: the site, Settings, External file sharing, Only people in your organisation. ($at)"

    Add-Step -What 'Only owners share it on' -Site $one.url -With $one `
        -Look { param($With) -not (Get-PnPWeb -Includes MembersCanShare -Connection (Get-Connection -Url $With.url)).MembersCanShare } `
        -Do { param($With) Set-PnPWeb -MembersCanShare:$false -Connection (Get-Connection -Url $With.url) | Out-Null } `
        -IfNot "On the site: Site permissions, Change how members can share. ($at)"

    Add-Step -What "Give the app the role 'write' on this site and no other (Sites.Selected)" -Site $one.url -With $one `
        -Look { param($With) $grant = Get-SiteGrant -Site $With; $null -ne $grant -and @($grant.roles) -contains 'write' } `
        -Do {
            param($With)
            $app = Get-App
            Invoke-Graph -Method Post -Path "sites/$(Get-SiteId -Site $With)/permissions" -Body @{
                roles = @('write'); grantedToIdentities = @(@{ application = @{ id = $app.appId; displayName = $app.displayName } })
            } | Out-Null
        } `
        -IfNot "You need the role SharePoint Administrator, and PnP PowerShell's own registration needs Sites.FullControl.All (delegated). If the app has another role here, remove that grant first. ($at)"

    Add-Step -What "Members of the site may write rows but not change lists: '$($Plan.roles.write)' instead of '$($Plan.roles.edit)'" -Site $one.url -With $one `
        -Look {
            param($With)
            $have = Get-RoleNames -Site $With -Group (Get-MembersGroup -Site $With)
            $have -contains $Plan.roles.write -and $have -notcontains $Plan.roles.edit
        } `
        -Do {
            param($With)
            $group = Get-MembersGroup -Site $With
            Set-PnPGroupPermissions -Identity $group.Title -AddRole $Plan.roles.write -Connection (Get-Connection -Url $With.url)
            if ((Get-RoleNames -Site $With -Group $group) -contains $Plan.roles.edit) {
                Set-PnPGroupPermissions -Identity $group.Title -RemoveRole $Plan.roles.edit -Connection (Get-Connection -Url $With.url)
            }
        } `
        -IfNot "On the site: Settings, Site permissions, Advanced permissions settings. Somebody with 'Edit' can change lists and read past 'own rows only'. ($at)"

    Add-Step -What "A group '$($Plan.roles.sencoGroup)' that reads the lists to which everybody adds" -Site $one.url -With $one `
        -Look {
            param($With)
            if (-not (Test-Group -Site $With -Name $Plan.roles.sencoGroup)) { return $false }
            (Get-RoleNames -Site $With -Group @{ Title = $Plan.roles.sencoGroup }) -contains $Plan.roles.write
        } `
        -Do {
            param($With)
            $connection = Get-Connection -Url $With.url
            if (-not (Test-Group -Site $With -Name $Plan.roles.sencoGroup)) {
                New-PnPGroup -Title $Plan.roles.sencoGroup -Description 'SENCO: reads the guarded lists of Goldthread' -Connection $connection | Out-Null
            }
            Set-PnPGroupPermissions -Identity $Plan.roles.sencoGroup -AddRole $Plan.roles.write -Connection $connection
        } `
        -IfNot "On the site: Settings, Site permissions, Advanced permissions settings, Create Group. ($at)"

    Add-Step -What "A permission level '$($Plan.roles.addOnly)': read, and add rows" -Site $one.url -With $one `
        -Look {
            param($With)
            @(Get-PnPRoleDefinition -Connection (Get-Connection -Url $With.url) | Where-Object { $_.Name -eq $Plan.roles.addOnly }).Count -gt 0
        } `
        -Do {
            param($With)
            Add-PnPRoleDefinition -RoleName $Plan.roles.addOnly -Clone $Plan.roles.read -Include AddListItems `
                -Description 'For the guarded lists of Goldthread' -Connection (Get-Connection -Url $With.url) | Out-Null
        } `
        -IfNot "On the site: Advanced permissions settings, Permission Levels; copy Read and tick Add Items. ($at)"
}

