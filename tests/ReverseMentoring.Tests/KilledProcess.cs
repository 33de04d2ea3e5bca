using ReverseMentoring.Tests.Killed;
using ReverseMentoring.Tests.Serving;
using ReverseMentoring.Tests.Store;
using ReverseMentoring.Tests.Upgrading;

namespace ReverseMentoring.Tests;

/// <summary>What this assembly does when it is started as a program: something that a test kills in the middle, or a database that is kept.</summary>
internal static class KilledProcess
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["writer", var folder] => CrashingWriter.Run(folder),
        ["keep", var file] => KeptRelease.Keep(file),
        ["mailed-host", var folder, var address, var smtpPort] => MailedHost.Run(folder, address, smtpPort),
        ["host", var folder] => CrashingHost.Run(folder),
        _ => Task.FromResult(1),
    };
}
