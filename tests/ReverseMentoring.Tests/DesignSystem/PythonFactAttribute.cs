using System.ComponentModel;
using System.Diagnostics;

namespace ReverseMentoring.Tests.DesignSystem;

/// <summary>A test that has Python's standard library look at what we wrote; skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Found = new(() =>
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public PythonFactAttribute() => Skip = Found.Value ? null : "python3 is not here";
}
