using System.Text.Json;
using ReverseMentoring.LocalHost.Commands;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The budget for mails on companies over six zones.</summary>
public sealed class MailBudgetTests
{
    [Theory]
    [InlineData(30, 1)]
    [InlineData(30, 2)]
    public async Task Few_mails_at_decent_hours_and_sessions_that_happen(int people, int seed)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"budget-{Guid.NewGuid():N}");
        try
        {
            Assert.Equal(0, await Cli.Run(["rehearse", "--generate", $"{people}", "--seed", $"{seed}", "--out", folder, "--quiet"]));
            var figures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "figures.json"))).RootElement;
            MailBudget.Holds(figures);
            Assert.True(figures.GetProperty("sessionsHeld").GetInt32() > 0.8 * figures.GetProperty("sessionsPlanned").GetInt32());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
