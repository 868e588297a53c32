# ---- The registration in Microsoft Entra: single-page app, no secret, permissions that act as the signed-in person ----

function Get-GraphPrincipal {
    $path = "servicePrincipals?`$filter=appId eq '$($Plan.app.graphAppId)'&`$select=id,oauth2PermissionScopes"
    @(Get-AllFromGraph -Path $path)[0]
}

function Get-App {
    $by = "displayName eq '$($Plan.app.displayName)'"
    if ($Plan.app.clientId) { $by = "appId eq '$($Plan.app.clientId)'" }
    $found = @(Get-AllFromGraph -Path "applications?`$filter=$by")
    if ($found.Count -gt 1) { throw "There are $($found.Count) registrations called $($Plan.app.displayName). Put the client id of the right one into config.json and make this script anew." }
    if ($found.Count -eq 0 -and $Plan.app.clientId) { throw "There is no registration with the client id $($Plan.app.clientId) of config.json in this tenant." }
    if ($found.Count -eq 1) { $found[0] }
}

function Get-Principal {
    param([object] $App)
    if ($null -ne $App) { @(Get-AllFromGraph -Path "servicePrincipals?`$filter=appId eq '$($App.appId)'&`$select=id")[0] }
}

function Get-Consent {
    param([object] $App)
    $principal = Get-Principal -App $App
    if ($null -eq $principal) { return }
    $graph = Get-GraphPrincipal
    $grants = Get-AllFromGraph -Path "oauth2PermissionGrants?`$filter=clientId eq '$($principal.id)'"
    @($grants | Where-Object { $_.consentType -eq 'AllPrincipals' -and $_.resourceId -eq $graph.id })[0]
}

# Names of permissions as the ids that this tenant knows them by.
function Get-ScopeIds {
    param([object] $Names)
    $known = (Get-GraphPrincipal).oauth2PermissionScopes
    foreach ($name in $Names) {
        $one = @($known | Where-Object { $_.value -eq $name })[0]
        if ($null -eq $one) { throw "Microsoft Graph knows no permission called $name in this tenant." }
        $one.id
    }
}

function Get-AskedScopeIds {
    param([object] $App)
    @($App.requiredResourceAccess | Where-Object { $_.resourceAppId -eq $Plan.app.graphAppId } |
        ForEach-Object { $_.resourceAccess } | Where-Object { $_.type -eq 'Scope' } | ForEach-Object { $_.id })
}

Add-Step -What "The tenant is the one that config.json names: $($Plan.tenantId)" -With $Plan `
    -Look { param($With) "$(Get-PnPTenantId -Connection (Get-Connection -Url $With.adminUrl))" -eq $With.tenantId } `
    -IfNot 'Either the tenantId of config.json is another, and then nobody can sign in, or its sites are not in this tenant. Put it right and make this script anew.'

Add-Step -What "Register the app '$($Plan.app.displayName)', for this organisation alone" -With $Plan.app `
    -Look { param($With) $null -ne (Get-App) } `
    -Do {
        param($With)
        Invoke-Graph -Method Post -Path 'applications' -Body @{
            displayName = $With.displayName; signInAudience = 'AzureADMyOrg'; spa = @{ redirectUris = @($With.redirectUris) }
        } | Out-Null
    } `
    -IfNot 'You need the role Application Administrator or Cloud Application Administrator. In Microsoft Entra: App registrations, New registration.'

Add-Step -What "Its single-page redirects: $($Plan.app.redirectUris -join ', ')" -With $Plan.app `
    -Look {
        param($With)
        $have = @((Get-App).spa.redirectUris)
        @($With.redirectUris | Where-Object { $have -notcontains $_ }).Count -eq 0
    } `
    -Do {
        param($With)
        $app = Get-App
        $all = @(@($app.spa.redirectUris) + @($With.redirectUris) | Where-Object { $_ } | Select-Object -Unique)
        Invoke-Graph -Method Patch -Path "applications/$($app.id)" -Body @{ spa = @{ redirectUris = $all } } | Out-Null
    } `
    -IfNot 'In Microsoft Entra: the registration, Authentication, Single-page application.'

Add-Step -What "Its delegated permissions, which never reach further than the signed-in person: $($Plan.app.scopes -join ', ')" -With $Plan.app `
    -Look {
        param($With)
        $have = Get-AskedScopeIds -App (Get-App)
        @(Get-ScopeIds -Names $With.scopes | Where-Object { $have -notcontains $_ }).Count -eq 0
    } `
    -Do {
        param($With)
        $app = Get-App
        $ids = @(@(Get-AskedScopeIds -App $app) + @(Get-ScopeIds -Names $With.scopes) | Where-Object { $_ } | Select-Object -Unique)
        $others = @($app.requiredResourceAccess | Where-Object { $_ -and $_.resourceAppId -ne $With.graphAppId })
        $graph = @{ resourceAppId = $With.graphAppId; resourceAccess = @($ids | ForEach-Object { @{ id = $_; type = 'Scope' } }) }
        Invoke-Graph -Method Patch -Path "applications/$($app.id)" -Body @{ requiredResourceAccess = @($others + $graph) } | Out-Null
    } `
    -IfNot 'In Microsoft Entra: the registration, API permissions, Microsoft Graph, Delegated permissions.'

Add-Step -What 'Let people of this organisation sign in to it (its enterprise application)' -With $Plan.app `
    -Look { param($With) $null -ne (Get-Principal -App (Get-App)) } `
    -Do { param($With) Invoke-Graph -Method Post -Path 'servicePrincipals' -Body @{ appId = (Get-App).appId } | Out-Null } `
    -IfNot 'In Microsoft Entra: the registration, Overview, Create service principal.'

Add-Step -What "Consent for everybody to what each day needs and no more: $($Plan.app.consent)" -With $Plan.app `
    -Look {
        param($With)
        $grant = Get-Consent -App (Get-App)
        $have = if ($null -eq $grant) { @() } else { @($grant.scope.Trim() -split '\s+') }
        @($With.consent -split ' ' | Where-Object { $have -notcontains $_ }).Count -eq 0
    } `
    -Do {
        param($With)
        $app = Get-App
        $grant = Get-Consent -App $app
        if ($null -eq $grant) {
            Invoke-Graph -Method Post -Path 'oauth2PermissionGrants' -Body @{
                clientId = (Get-Principal -App $app).id; consentType = 'AllPrincipals'
                resourceId = (Get-GraphPrincipal).id; scope = $With.consent
            } | Out-Null
        }
        else {
            $all = @(@($grant.scope.Trim() -split '\s+') + @($With.consent -split ' ') | Where-Object { $_ } | Select-Object -Unique)
            Invoke-Graph -Method Patch -Path "oauth2PermissionGrants/$($grant.id)" -Body @{ scope = ($all -join ' ') } | Out-Null
        }
    } `
    -IfNot 'In Microsoft Entra: the registration, API permissions, Grant admin consent.'

Add-Step -What 'Check that the registration has no secret and no certificate: Goldthread uses none' -With $Plan.app `
    -Look {
        param($With)
        $app = Get-App
        $null -ne $app -and @($app.passwordCredentials | Where-Object { $_ }).Count -eq 0 -and @($app.keyCredentials | Where-Object { $_ }).Count -eq 0
    } `
    -IfNot 'Somebody gave it one. In Microsoft Entra: the registration, Certificates & secrets; remove it.'

