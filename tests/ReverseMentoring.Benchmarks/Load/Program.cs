using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Benchmarks.Load;

var people = new Option<int>("--people") { DefaultValueFactory = _ => 1000 };
var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 16, Description = "Who send one answer after the other" };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "Of each in each round" };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };
var address = new Option<string>("--address") { DefaultValueFactory = _ => "http://127.0.0.1:17071", Description = "Where nobody listens yet" };
var command = new RootCommand("Holds the answers that the local host takes in a second against an empty endpoint and against grouped inserts into SQLite, in turn in one process")
{
    people, clients, seconds, rounds, address,
};
command.SetAction(async (parsed, _) =>
{
    await using var answers = await Programme.Start(new Uri(parsed.GetValue(address)!), parsed.GetValue(people));
    await using var empty = await EmptyEndpoint.Start();
    await using var inserts = new GroupedInserts();
    ILoad[] loads = [answers, empty, inserts];
    foreach (var load in loads)
    {
        await Pressure.On(load, parsed.GetValue(clients), TimeSpan.FromSeconds(2));
    }

    Console.WriteLine("| round | what | a second | half of them, ms | 99 of 100, ms | of a processor, ms each | process, MB |\n|---|---|---|---|---|---|---|");
    for (var round = 1; round <= parsed.GetValue(rounds); round++)
    {
        foreach (var load in loads)
        {
            var found = await Pressure.On(load, parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {round} | {load.Name} | {found.PerSecond:0} | {found.Middle:0.0} | {found.Slow:0.0} | {found.Cost:0.00} | {self.WorkingSet64 / 1e6:0} |"));
        }
    }
});
return await command.Parse(args).InvokeAsync();
