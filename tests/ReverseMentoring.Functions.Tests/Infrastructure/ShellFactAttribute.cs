namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>A test of a script for sh, which Windows lacks: there the hooks are PowerShell.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = OperatingSystem.IsWindows() ? "There is no sh on Windows." : null;
}
