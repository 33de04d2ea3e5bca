using System.CommandLine;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>What can be said on the command line.</summary>
internal static class Cli
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Reverse mentoring on one machine. Without a command it serves the programme.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(DemoCommand.Make());
        root.Subcommands.Add(RehearseCommand.Make());
        return root.Parse(args).InvokeAsync();
    }
}
