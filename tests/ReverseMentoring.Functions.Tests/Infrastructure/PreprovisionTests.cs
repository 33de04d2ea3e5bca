using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Functions.Hosting;

namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>
/// The hook that makes an environment's keys makes such as the app takes. All its branches, and its twin for Windows, are
/// run by infra/tests.
/// </summary>
public sealed partial class PreprovisionTests : IDisposable
{
    private readonly HookRun hook = new("preprovision.sh");

    [ShellFact]
    public void A_first_deployment_makes_keys_that_the_app_takes_and_shows_the_managers_once()
    {
        var (code, told) = hook.Run("exit 0");

        Assert.Equal(0, code);
        var settings = new HostSettings { Address = new("https://x"), LinkKeys = hook.Set("LINK_KEYS"), ManagerKey = hook.Set("MANAGER_KEY") };
        Assert.Empty(settings.Faults());
        var shown = Encoding.UTF8.GetBytes(Key().Match(told).Value);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(shown)), settings.FirstKey!.Value.Hash);
    }

    public void Dispose() => hook.Dispose();

    [GeneratedRegex("rm_[a-z0-9]{12}_[a-z0-9]{40}")]
    private static partial Regex Key();
}
