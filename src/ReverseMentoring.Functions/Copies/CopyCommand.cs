using Azure;
using Azure.Identity;
using ReverseMentoring.Functions.Tables;

namespace ReverseMentoring.Functions.Copies;

/// <summary>
/// <c>export</c> and <c>restore</c>: what this program does by hand, on the machine of whoever runs the programme, in place of
/// serving.
/// </summary>
internal static class CopyCommand
{
    private const string Usage = """
        export FILE [--account NAME]
        restore FILE [--account NAME] [--replace] [--erased COHORT | --erased COHORT/PERSON]...

        NAME is the storage account, reached by your own login, which needs the role Storage Table Data Contributor there;
        without it AzureWebJobsStorage is a connection. Stop the app before, and start it afterwards.
        """;

    public static bool IsOne(string[] arguments) => arguments is ["export" or "restore", ..];

    /// <returns>0: done.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancel = default)
    {
        if (Parse(arguments) is not { } given)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            var rows = new RowsCopy(given.Storage.Open(new(() => new DefaultAzureCredential())), TimeProvider.System);
            if (given.Exports)
            {
                output.WriteLine($"{await rows.Export(given.File, cancel)} rows are in {given.File}. They are people's data: keep the file as you keep the storage, and no longer than you need it.");
                return 0;
            }

            output.WriteLine($"{await rows.Restore(given.File, given.Erased, given.Replaces, cancel)} rows are there again. Keys and managers are as they were before.");
            output.WriteLine("All mail is stopped: some of what waits has gone already since the copy. Start the app, look at the outbox, and let mail go on.");
            return 0;
        }
        catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException or IOException or RequestFailedException or AuthenticationFailedException)
        {
            errors.WriteLine(failure.Message);
            return 1;
        }
    }

    private static Given? Parse(string[] arguments)
    {
        if (arguments is not [var what, { Length: > 0 } file, .. var rest] || file.StartsWith('-'))
        {
            return null;
        }

        var (account, replaces, erased) = ((string?)null, false, new List<string>());
        for (var at = 0; at < rest.Length; at++)
        {
            switch (rest[at])
            {
                case "--account" when at + 1 < rest.Length:
                    account = rest[++at];
                    break;
                case "--erased" when at + 1 < rest.Length && what == "restore":
                    erased.Add(rest[++at]);
                    break;
                case "--replace" when what == "restore":
                    replaces = true;
                    break;
                default:
                    return null;
            }
        }

        var storage = new TableSettings(
            account is null ? Environment.GetEnvironmentVariable("AzureWebJobsStorage") : null,
            account is null ? null : $"https://{account}.table.core.windows.net");
        return storage.Faults().Any() ? null : new(what == "export", file, storage, replaces, erased);
    }

    private sealed record Given(bool Exports, string File, TableSettings Storage, bool Replaces, IReadOnlyList<string> Erased);
}
