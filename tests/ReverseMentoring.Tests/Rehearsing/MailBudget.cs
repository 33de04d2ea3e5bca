using System.Text.Json;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>How many mails anybody gets over a cycle of six sessions, and when: what was promised to them.</summary>
internal static class MailBudget
{
    /// <param name="figures">As a rehearsal prints them.</param>
    public static void Holds(JsonElement figures)
    {
        int Figure(string name) => figures.GetProperty(name).GetInt32();
        Assert.InRange(figures.GetProperty("mailsPerPerson").GetProperty("median").GetDouble(), 8, 18);
        Assert.InRange(figures.GetProperty("mailsPerPerson").GetProperty("max").GetInt32(), 8, 30);
        Assert.InRange(Figure("mailsWorstMonth"), 2, 7);
        Assert.Equal(Figure("mailsEchoes"), Figure("mailsOnWeekends") + Figure("mailsOffHours"));
        Assert.InRange(Figure("mailsEchoes"), 0, 0.02 * Figure("mailsSent"));
    }
}
