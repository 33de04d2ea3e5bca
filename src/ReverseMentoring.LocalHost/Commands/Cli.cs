using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using ReverseMentoring.LocalHost.Storage;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>What can be said on the command line.</summary>
internal static class Cli
{
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Reverse mentoring on one machine. Without a command it serves the programme.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(DemoCommand.Make());
        root.Subcommands.Add(RehearseCommand.Make());
        root.Subcommands.Add(ForecastCommand.Make());
        root.Subcommands.Add(AttackCommand.Make());
        root.Subcommands.Add(CertifyCommand.Make());
        root.Subcommands.Add(SimulateCommand.Make());
        root.Subcommands.Add(FuzzCommand.Make());
        root.Subcommands.Add(BackupCommands.MakeBackup());
        root.Subcommands.Add(BackupCommands.MakeRestore());
        root.Subcommands.Add(KeysCommand.Make());
        root.Subcommands.Add(AuditCommand.Make());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Stop what listens there, or name another with --address.");
            return 1;
        }
        catch (InvalidDataException strange)
        {
            await Console.Error.WriteLineAsync(strange.Message);
            return 1;
        }
        catch (Exception failure) when (StorageFailure.Explain(failure) is not null)
        {
            await Console.Error.WriteLineAsync(StorageFailure.Explain(failure));
            return 1;
        }
        catch (OperationCanceledException)
        {
            // Stopped by who started it.
            return 0;
        }
    }
}
