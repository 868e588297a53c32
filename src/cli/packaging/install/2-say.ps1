# ---- Saying, asking Microsoft Graph, and steps ----

function Write-Line {
    param([string] $Text, [string] $Colour = 'Gray')
    Write-Host $Text -ForegroundColor $Colour
    if ($PnPClientId -ne '') {
        Add-Content -Path $LogFile -Value "$(Get-Date -Format 's') $Text" -Encoding utf8
    }
}

# A step looks first, and does something only where it is not so. Look and Do get With; Site is where it belongs.
$Steps = [System.Collections.Generic.List[object]]::new()
function Add-Step {
    param([string] $What, [string] $Site, [object] $With, [scriptblock] $Look, [scriptblock] $Do, [string] $IfNot)
    $Steps.Add([pscustomobject]@{
        What = $What; Site = $Site; With = $With; Look = $Look; Do = $Do; IfNot = $IfNot; State = ''; Trouble = ''
    })
}

# One connection for each address: PnP PowerShell signs in once and keeps it for this window.
$Connections = @{}
function Get-Connection {
    param([string] $Url)
    if (-not $Connections.ContainsKey($Url)) {
        $Connections[$Url] = Connect-PnPOnline -Url $Url -Interactive -ClientId $PnPClientId -ReturnConnection
    }
    $Connections[$Url]
}

function Invoke-Graph {
    param([string] $Method, [string] $Path, [object] $Body)
    $tenant = Get-Connection -Url $Plan.adminUrl
    if ($null -eq $Body) {
        return Invoke-PnPGraphMethod -Method $Method -Url $Path -Connection $tenant -ErrorAction Stop
    }
    $json = ConvertTo-Json -InputObject $Body -Depth 12 -Compress
    Invoke-PnPGraphMethod -Method $Method -Url $Path -Content $json -Connection $tenant -ErrorAction Stop
}

function Get-AllFromGraph {
    param([string] $Path)
    $tenant = Get-Connection -Url $Plan.adminUrl
    $answer = Invoke-PnPGraphMethod -Method Get -Url $Path -All -Connection $tenant -ErrorAction Stop
    @($answer.value)
}

function Get-SiteId {
    param([object] $Site)
    (Invoke-Graph -Method Get -Path "sites/$($Site.address)?`$select=id").id
}

