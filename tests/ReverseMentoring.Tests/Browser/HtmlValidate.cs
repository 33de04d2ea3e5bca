using System.Diagnostics;

namespace ReverseMentoring.Tests.Browser;

/// <summary>Lets html-validate read pages.</summary>
internal static class HtmlValidate
{
    // Off: void-style (the renderer closes what a component made itself, and leaves open what stood there as text) and
    // long-title (people's and cohorts' names are as long as they are). A list may have a name: ARIA allows it.
    private const string Rules = """
        { "root": true, "extends": ["html-validate:recommended"], "rules": { "void-style": "off", "long-title": "off", "form-dup-name": ["error", { "shared": ["radio", "checkbox", "button", "submit"] }], "aria-label-misuse": ["error", { "allowAnyNamable": true }] } }
        """;

    // What Outlook on Windows needs has been out of HTML for long: tables with attributes, and comments that only it reads.
    private const string MailRules = """
        { "rules": { "no-inline-style": "off", "no-deprecated-attr": "off", "no-conditional-comment": "off", "prefer-tbody": "off", "prefer-native-element": "off" } }
        """;

    /// <returns>What it says; empty where nothing is wrong.</returns>
    public static async Task<string> Read(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("pages-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".htmlvalidate.json"), Rules);
            var mails = folder.CreateSubdirectory("mails");
            await File.WriteAllTextAsync(Path.Combine(mails.FullName, ".htmlvalidate.json"), MailRules);
            foreach (var (name, html) in pages)
            {
                var place = name.StartsWith("mail-", StringComparison.Ordinal) ? mails : folder;
                await File.WriteAllTextAsync(Path.Combine(place.FullName, $"{name}.html"), html);
            }

            using var run = Process.Start(new ProcessStartInfo(Tools.HtmlValidate!, ["--formatter", "text", "."])
            {
                WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = run.StandardError.ReadToEndAsync();
            var said = await run.StandardOutput.ReadToEndAsync() + await errors;
            await run.WaitForExitAsync();
            return run.ExitCode == 0 ? "" : $"exit code {run.ExitCode}\n{said.Replace(folder.FullName, "", StringComparison.Ordinal)}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
