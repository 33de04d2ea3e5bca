using System.CommandLine;
using ReverseMentoring.Core.Auditing;
using ReverseMentoring.LocalHost.Hosting;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>audit</c>: whether the log of what was done in a data folder is as it was written.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var folder = ServeCommand.Folder();
        var verify = new Command("verify", "Work every entry's hash out again, and tell the first that is not what was written") { folder };
        verify.SetAction(async (parsed, cancel) =>
        {
            // Built, and not started: nothing listens and nothing steps.
            await using var app = LocalProgramme.Build(new LocalSettings { Folder = parsed.GetValue(folder)!.FullName });
            var found = await app.Services.GetRequiredService<AuditLog>().Verify(cancel);
            if (found.Broken is { } broken)
            {
                Terminal.Line($"Entry {broken} is missing, or is not what was written.");
                return 1;
            }

            Terminal.Line($"All {found.Head.Number} entries are as they were written: {found.Head.Printed}");
            return 0;
        });
        return new Command("audit", "The log of what managers and the programme did") { verify };
    }
}
