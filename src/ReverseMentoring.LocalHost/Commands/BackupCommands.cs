using System.CommandLine;
using ReverseMentoring.LocalHost.Backups;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>backup</c> and <c>restore</c>: a data folder copied while it is served, and put back.</summary>
internal static class BackupCommands
{
    public static Command MakeBackup()
    {
        var (data, to) = (ServeCommand.Folder(), new Option<DirectoryInfo>("--to") { Description = "A new folder for the copy", Required = true });
        var command = new Command("backup", "Copy all that a data folder holds, also while it is served") { data, to };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(to)!.FullName;
            Backup.Make(parsed.GetValue(data)!.FullName, folder, TimeProvider.System);
            Terminal.Line($"Backed up to {folder}. It holds personal data and the keys of all links: keep it as you keep the data folder, and not longer than needed.");
            return 0;
        });
        return command;
    }

    public static Command MakeRestore()
    {
        var (data, from) = (ServeCommand.Folder(), new Option<DirectoryInfo>("--from") { Description = "The folder of a backup", Required = true });
        var command = new Command("restore", "Put a backup in the place of a data folder; whoever was erased since is erased again") { data, from };
        command.SetAction(async (parsed, cancel) =>
        {
            var restored = await Restore.Run(parsed.GetValue(from)!.FullName, parsed.GetValue(data)!.FullName, TimeProvider.System, cancel);
            Terminal.Line($"Restored as it was at {restored.From:u}; {restored.Erased} people and cohorts that were erased since are erased again.");
            Terminal.Line($"All mail is stopped: what went out since is not known any more, and would go twice. Look at the cohorts, then let mail go on, on the page of all cohorts or by PUT /api/mail.");
            if (restored.Replaced is { } aside)
            {
                Terminal.Line($"What was there before is in {aside}. Delete it when you no longer need it: it holds personal data.");
            }

            return 0;
        });
        return command;
    }
}
