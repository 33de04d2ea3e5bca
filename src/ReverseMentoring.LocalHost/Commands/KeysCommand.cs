using System.CommandLine;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Keys;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary><c>keys</c>: managers' keys of a data folder, whether it is served at the moment or not.</summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var folder = ServeCommand.Folder();
        var id = new Argument<string>("id") { Description = "The part of a key between its underscores" };
        var command = new Command("keys", "List, add, rotate and revoke managers' keys");
        command.Subcommands.Add(Sub("list", "Who has a key, and when it was last used", [], (_, keys, _, cancel) => List(keys, cancel)));
        command.Subcommands.Add(Add());
        command.Subcommands.Add(Sub("rotate", "A new key in place of another, which ends at once", [id], async (parsed, keys, _, cancel) =>
            await keys.Rotate(parsed.GetValue(id)!, null, cancel) is { } made ? Told(made) : Missing(parsed.GetValue(id)!)));
        command.Subcommands.Add(Sub("revoke", "End a key, and whoever signed in by it", [id], async (parsed, keys, _, cancel) =>
        {
            if (!await keys.Revoke(parsed.GetValue(id)!, null, cancel))
            {
                return Missing(parsed.GetValue(id)!);
            }

            Terminal.Line($"The key {parsed.GetValue(id)} has ended.");
            return 0;
        }));
        return command;

        Command Add()
        {
            var name = new Argument<string>("name") { Description = "Whose it is or what for" };
            var role = new Option<ManagerRole>("--role") { Description = "viewer, manager or administrator", Required = true };
            var cohorts = new Option<string[]>("--cohort") { Description = "A cohort's id, once for each, or '*' for all; none for an administrator" };
            var add = Sub("add", "Make a key; it is shown this once", [name], async (parsed, keys, check, cancel) =>
            {
                var (wanted, fault, about) = await check.Read(parsed.GetValue(name), parsed.GetValue(role), parsed.GetValue(cohorts) ?? [], null, cancel);
                return wanted is null ? Refused(fault, about) : Told(await keys.Create(wanted, cancel));
            });
            add.Options.Add(role);
            add.Options.Add(cohorts);
            return add;
        }

        Command Sub(string name, string description, IReadOnlyList<Argument> arguments, Func<ParseResult, ManagerKeys, KeyCheck, CancellationToken, Task<int>> act)
        {
            var sub = new Command(name, description) { folder };
            foreach (var argument in arguments)
            {
                sub.Arguments.Add(argument);
            }

            sub.SetAction(async (parsed, cancel) =>
            {
                // Built, and not started: nothing listens and nothing steps.
                await using var app = LocalProgramme.Build(new LocalSettings { Folder = parsed.GetValue(folder)!.FullName });
                return await act(parsed, app.Services.GetRequiredService<ManagerKeys>(), app.Services.GetRequiredService<KeyCheck>(), cancel);
            });
            return sub;
        }
    }

    private static async Task<int> List(ManagerKeys keys, CancellationToken cancel)
    {
        foreach (var (id, key) in await keys.List(cancel))
        {
            var cohorts = key.Role is ManagerRole.Administrator ? "all" : string.Join(' ', key.Cohorts);
            var used = key.LastUsed is { } day ? $"used {day:yyyy-MM-dd}" : "never used";
            Terminal.Line($"{id}  {key.Name}  {ToWord(key.Role)}  {cohorts}  made {key.CreatedAt:yyyy-MM-dd} by {key.CreatedBy ?? "the host"}  {used}");
        }

        return 0;
    }

    private static string ToWord(ManagerRole role) => role switch
    {
        ManagerRole.Viewer => "viewer",
        ManagerRole.Manager => "manager",
        _ => "administrator",
    };

    private static int Told((string Key, string Id) made)
    {
        Terminal.Line($"The key, shown this once: [bold]{made.Key}[/]");
        return 0;
    }

    private static int Missing(string id)
    {
        Console.Error.WriteLine($"There is no key '{id}' in this folder.");
        return 1;
    }

    private static int Refused(KeyFault fault, string about)
    {
        Console.Error.WriteLine(fault switch
        {
            KeyFault.Name => $"A name has 1 to {NewKey.LongestName} characters that can be shown.",
            KeyFault.Cohorts => "Name at least one --cohort for a viewer or a manager ('*' for all), and none for an administrator.",
            _ => $"There is no cohort '{about}' in this folder.",
        });
        return 1;
    }
}
