using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Functions.Hosting;

namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>The hook that makes an environment's keys, run with commands in the place of az and azd that answer as told.</summary>
public sealed partial class PreprovisionTests : IDisposable
{
    private readonly HookRun hook = new("preprovision.sh");

    [ShellFact]
    public void A_first_deployment_makes_keys_that_the_app_takes_and_shows_the_managers_once()
    {
        var (code, told) = hook.Run("echo false");

        Assert.Equal(0, code);
        var settings = new HostSettings { Address = new("https://x"), LinkKeys = hook.Set("LINK_KEYS"), ManagerKey = hook.Set("MANAGER_KEY") };
        Assert.Empty(settings.Faults());
        var shown = Encoding.UTF8.GetBytes(Key().Match(told).Value);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(shown)), settings.FirstKey!.Value.Hash);
        Assert.Equal(40, hook.Set("EVENTS_KEY").Length);
    }

    [ShellFact]
    public void An_app_that_is_there_keeps_its_keys()
    {
        var (code, told) = hook.Run("""
            case "$*" in
              "group exists"*) echo true ;;
              "resource list"*) echo func-1 ;;
              *Programme__LinkKeys*) echo k1:links ;;
              *Mail__EventsKey*) echo events ;;
              *Programme__ManagerKey*) echo id:hash ;;
            esac
            """);

        Assert.Equal((0, ""), (code, told));
        Assert.Equal(["k1:links", "events", "id:hash"], new[] { "LINK_KEYS", "EVENTS_KEY", "MANAGER_KEY" }.Select(hook.Set));
    }

    [ShellFact]
    public void Where_the_apps_keys_cannot_be_read_none_are_made()
    {
        var (code, told) = hook.Run("""
            case "$*" in
              "group exists"*) echo true ;;
              "resource list"*) echo func-1 ;;
              functionapp*) exit 1 ;;
            esac
            """);

        Assert.Equal(1, code);
        Assert.Contains("can't be read", told, StringComparison.Ordinal);
        Assert.Empty(hook.Values);
    }

    [ShellFact]
    public void Nothing_begins_where_the_command_line_is_not_signed_in()
    {
        var (code, told) = hook.Run("exit 1");

        Assert.Equal(1, code);
        Assert.Contains("az login", told, StringComparison.Ordinal);
        Assert.Empty(hook.Values);
    }

    public void Dispose() => hook.Dispose();

    [GeneratedRegex("rm_[a-z0-9]{12}_[a-z0-9]{40}")]
    private static partial Regex Key();
}
