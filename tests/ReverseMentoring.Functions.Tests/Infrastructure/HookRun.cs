using System.Diagnostics;

namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>Runs a hook with an <c>az</c> that does as it is told, and an <c>azd</c> that keeps what is set.</summary>
internal sealed class HookRun(string hook) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hook-");

    /// <summary>What was set, as <c>NAME value</c>.</summary>
    public IReadOnlyList<string> Values => File.Exists(Kept) ? File.ReadAllLines(Kept) : [];

    private string Kept => Path.Combine(folder.FullName, "values");

    public string Set(string name) => Assert.Single(Values, value => value.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <param name="az">The script of az, for sh.</param>
    /// <returns>How the hook ended, and all that it wrote.</returns>
    public (int Code, string Told) Run(string az)
    {
        Command("az", az);
        Command("azd", $"[ \"$1 $2\" = 'env set' ] && echo \"$3 $4\" >>'{Kept}'");
        var start = new ProcessStartInfo("sh", [Infra.PathOf("infra/hooks/" + hook)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "LINK_KEYS", "MANAGER_KEY", "AZURE_TENANT_ID", "AZURE_RESOURCE_GROUP", "RESOURCE_GROUP", "CI" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["AZURE_SUBSCRIPTION_ID"] = "00000000-0000-0000-0000-000000000001";
        start.Environment["AZURE_ENV_NAME"] = "test";
        start.Environment["PATH"] = folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told + errors.GetAwaiter().GetResult());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Command(string name, string script)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, "#!/bin/sh\n" + script.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
