using System.CommandLine;
using ReverseMentoring.LocalHost.Commands;

var root = new RootCommand("Reverse mentoring on one machine: serves the programme, with everything in a folder beside it");
ServeCommand.AddTo(root);
root.Subcommands.Add(DemoCommand.Make());
root.Subcommands.Add(RehearseCommand.Make());
return await root.Parse(args).InvokeAsync();
