using System.Net;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Serving;

/// <summary>The disk under a running host is full: it says so, answers with pages, loses nothing that it thanked for, and goes on when there is room.</summary>
public sealed class FullDiskTests
{
    /// <summary>Room that SQLite's log has taken before is still used up first.</summary>
    private const int MostWrites = 2_000;

    [SmallDiskFact]
    public async Task A_host_on_a_full_disk_says_so_loses_nothing_and_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2), folder: disk.Folder);
        await programme.TurnTo(6);
        await programme.ChoosesTopics(SmallCompany.Leader(1));
        var (thanked, link) = (await Answers(programme), TestProgramme.LinkOf(programme.Mails(SmallCompany.Junior(1), "invitation")[^1]));
        Assert.NotEmpty(thanked);

        disk.Fill();
        await UntilItIsTold(programme);
        using (var health = await programme.Open("/health"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        }

        using (var page = await programme.Open(link))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        await IsAPage(programme, link);
        using (var call = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/pause"))
        {
            Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (call.StatusCode, call.Content.Headers.ContentType?.MediaType));
        }

        // What is due fails, and nothing ends by it.
        ((TurnableClock)programme.Clock).TurnTo(programme.Clock.GetUtcNow().AddDays(2));
        await programme.Time.Settle();
        Assert.Equal(thanked, await Answers(programme));

        disk.MakeRoom();
        using (var ready = await programme.Open("/ready"))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        await programme.ChoosesTopics(SmallCompany.Junior(1));
        Assert.Subset((await Answers(programme)).ToHashSet(), thanked.ToHashSet());
        await programme.TurnTo(20);
        Assert.NotEqual(PhaseNames.CallForTopics, await programme.Phase());
        Assert.Empty(await programme.Store.Query<Mail>(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail)).Where(mail => mail.Value.State is MailState.Sending or MailState.Unknown).ToListAsync());
        using var database = new SqliteFile(Path.Combine(disk.Folder, SqliteStore.FileName)).OpenToRead();
        using var check = database.Prepared("PRAGMA integrity_check");
        Assert.Equal("ok", check.ExecuteScalar());
    }

    private static async Task UntilItIsTold(TestProgramme programme)
    {
        for (var writes = 0; writes < MostWrites; writes++)
        {
            using var ready = await programme.Open("/ready");
            if (ready.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                return;
            }
        }

        Assert.Fail("The disk is full, and /ready has not said so.");
    }

    /// <summary>A form that can't be kept is answered by a page that says so, and by no thanks.</summary>
    private static async Task IsAPage(TestProgramme programme, string link)
    {
        using var answer = await programme.Post(link, ("picked", "careers"), ("notice", "true"));
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<main", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<List<string>> Answers(TestProgramme programme) =>
        programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Answer)).Select(row => row.Key).ToListAsync().AsTask();
}
