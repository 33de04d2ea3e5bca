using ReverseMentoring.LocalHost.Commands;

return await Cli.Run(args);
