using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>Reminders that come late: after a stop of the host, a full queue of mails, a pause.</summary>
public sealed class ReminderTests
{
    private static readonly object[] People =
    [
        new { name = "Ana Lind", email = "ana@example.org", role = "mentee", level = 5, timeZone = "UTC", languages = new[] { "en" } },
        new { name = "Bo Berg", email = "bo@example.org", role = "mentor", level = 1, timeZone = "UTC", languages = new[] { "en" } },
    ];

    /// <summary>The first was to come on Friday the 8th, the second comes on Monday the 11th at eight.</summary>
    [Theory]
    [InlineData(8, 8, 2)]
    [InlineData(11, 7, 1)]
    public async Task A_reminder_is_not_followed_by_another_in_the_same_hour(int day, int hour, int reminders)
    {
        await using var programme = await TestProgramme.Start(People);
        await programme.TurnTo(8, 7);
        await programme.TurnTo(day, hour);
        var id = new AskId(PhaseNames.CallForTopics, FormKind.Topics, 0, await programme.IdOf("ana@example.org"));
        var ask = (await programme.Store.Read<Ask>(Rows.Partition(programme.Cohort), id.AskKey))!;
        await programme.Store.Write(Rows.Partition(programme.Cohort), [ask.Replace(ask.Value with { RemindedAt = programme.Clock.GetUtcNow() })]);
        await programme.TurnTo(11, 12);

        // That of the 8th has gone already.
        Assert.Equal(reminders, programme.Mails("ana@example.org", "reminder").Count);
    }
}
