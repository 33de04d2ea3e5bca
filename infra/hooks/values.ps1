#Requires -Version 7.4
# For scripts that a person runs to read in: values of the environment that azd has chosen.

# A value by its name; azd's hooks have it as a variable, a person has not.
function Get-OfEnvironment($name) {
    $value = [Environment]::GetEnvironmentVariable($name)
    if (-not $value) { try { $value = azd env get-value $name 2>$null } catch { $value = $null } }
    if (-not $value) { throw "$name is not known here: choose the environment by 'azd env select', and deploy it by 'azd up' first." }
    $value
}
