using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Acts;

/// <summary>The manager takes people out, with or without a mail, and back in, and ends pairs.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task Who_is_taken_out_hears_so_and_the_partner_hears_no_reason_as_the_preview_said()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.UntilSessions(2, 2);
        var pair = (await programme.Pairs()).First(one => one.Status is MeetingStatus.Running);
        var (gone, partner) = (await programme.AddressOf(pair.Mentor), await programme.AddressOf(pair.Mentee));
        var path = $"people/{pair.Mentor}/take-out";
        var before = programme.Mailbox.All().Count;
        var preview = await programme.Preview(path, new { tell = true });
        Assert.Equal(before, programme.Mailbox.All().Count);
        Assert.Equal("in-pair", await programme.StateOf(gone));

        Assert.Equal(202, await programme.Act(path, new { tell = true }, key: "gone"));
        Assert.Equal(202, await programme.Act(path, new { tell = true }, key: "gone"));
        Assert.Equal(409, await programme.Act(path, new { tell = false }, key: "gone"));
        Assert.Equal(409, await programme.Act(path, new { tell = true }, key: "again"));

        Assert.Equal(("no-longer", "waiting"), (await programme.StateOf(gone), await programme.StateOf(partner)));
        Assert.Equal(MeetingEnd.SomebodyLeft, (await programme.Pairs()).Single(one => one.Id == pair.Id).End);
        Assert.Single(programme.Mails(gone, "takenout"));
        Assert.Single(programme.Mails(partner, "meetingended"));
        Assert.Equal(Acting.Mails(preview).Values.Sum(), programme.Mailbox.All().Count - before);
    }

    /// <summary>The name of who was taken out stays in the list, and goes from it with their data.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_taken_out_reads_that_an_erasure_shows_and_who_left_does_not(bool takenOut)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        var page = TestProgramme.LinksOf(programme.Mails(Junior(1))[^1])[^1];
        if (takenOut)
        {
            Assert.Equal(202, await programme.Act($"people/{await programme.IdOf(Junior(1))}/take-out", new { tell = true }));
        }
        else
        {
            using var left = await programme.ActsAsOwn(Junior(1), page, ("do", "leave"), ("step", "2"), ("sure", "true"));
        }

        using (var asked = await programme.Post(page, ("do", "erase")))
        {
            Assert.Equal(takenOut, (await asked.Content.ReadAsStringAsync()).Contains("can see by that that you have asked", StringComparison.Ordinal));
        }

        using (var confirming = await programme.Post(page, ("do", "erase"), ("step", "2"), ("sure", "true")))
        {
            await programme.Time.Settle();
        }

        using var sure = await programme.Open(TestProgramme.LinkOf(programme.Mails(Junior(1), "ownact")[^1]));
        Assert.Equal(takenOut, (await sure.Content.ReadAsStringAsync()).Contains("can see by that that you have asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_taken_out_silently_gets_no_mail_of_any_kind()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.UntilSessions(2, 2);
        var pair = (await programme.Pairs()).First(one => one.Status is MeetingStatus.Running);
        var (gone, partner) = (await programme.AddressOf(pair.Mentee), await programme.AddressOf(pair.Mentor));
        var path = $"people/{pair.Mentee}/take-out";
        var preview = await programme.Preview(path, new { tell = false });
        var (theirs, all) = (programme.Mails(gone).Count, programme.Mailbox.All().Count);

        Assert.Equal(202, await programme.Act(path, new { tell = false }));
        Assert.Equal(Acting.Mails(preview).Values.Sum(), programme.Mailbox.All().Count - all);
        await programme.Time.TurnTo(programme.Time.Now.AddDays(40));

        Assert.Equal(theirs, programme.Mails(gone).Count);
        var told = Assert.Single(programme.Mails(partner, "meetingended")).Text;

        // Somebody may have died.
        Assert.DoesNotContain("change jobs", told, StringComparison.Ordinal);
        Assert.DoesNotContain("It happens", told, StringComparison.Ordinal);
        Assert.Contains("is there for you", told, StringComparison.Ordinal);
        var off = programme.Mails(partner, "sessioncancelled");
        Assert.NotEmpty(off);
        Assert.All(off, mail => Assert.DoesNotContain("no longer a pair", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_brought_back_is_asked_again_or_looks_for_a_partner()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        var pair = await programme.Running();
        var mentor = await programme.AddressOf(pair.Mentor);
        var path = $"people/{pair.Mentor}/";
        Assert.Equal(202, await programme.Act(path + "take-out", new { tell = true }));
        var other = Assert.Single(await programme.Pairs(), one => one.Status is MeetingStatus.Proposed);
        Assert.NotEqual(pair.Mentor, other.Mentor);

        Assert.Equal(202, await programme.Act(path + "bring-back"));

        Assert.Equal("waiting", await programme.StateOf(mentor));
        Assert.Single(programme.Mails(mentor, "broughtback"));
        Assert.Equal(409, await programme.Act(path + "bring-back"));
    }

    [Fact]
    public async Task A_question_that_was_open_can_be_answered_after_coming_back()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1));
        await programme.TurnTo(5);
        var path = $"people/{await programme.IdOf(Junior(1))}/";
        Assert.Equal("invited", await programme.StateOf(Junior(1)));
        Assert.Equal(202, await programme.Act(path + "take-out", new { tell = true }));
        Assert.Equal(202, await programme.Act(path + "bring-back"));

        await programme.Answer(Junior(1), "broughtback", ("picked", "technology"), ("notice", "true"));

        Assert.Equal("invited", await programme.StateOf(Junior(1)));
    }

    [Fact]
    public async Task A_pair_ends_without_a_reason_and_both_look_for_others()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        await programme.UntilSessions(1, 2);
        var pair = await programme.Running();
        var preview = await programme.Preview($"pairs/{pair.Id}/end");
        Assert.Equal(2, Acting.Mails(preview)["meeting-ended"]);
        Assert.Equal(202, await programme.Act($"pairs/{pair.Id}/end", key: "end"));
        Assert.Equal(202, await programme.Act($"pairs/{pair.Id}/end", key: "end"));

        Assert.Equal(MeetingEnd.ByManager, (await programme.Pairs()).Single(one => one.Id == pair.Id).End);
        var texts = new[] { Leader(1), await programme.AddressOf(pair.Mentor) }.Select(who => Assert.Single(programme.Mails(who, "meetingended")).Text).ToArray();
        Assert.All(texts, text => Assert.DoesNotContain("manager has", text, StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual(pair.Mentor, Assert.Single(await programme.Pairs(), one => one.Status is MeetingStatus.Proposed).Mentor);
        Assert.Equal(409, await programme.Act($"pairs/{pair.Id}/end"));
        Assert.Equal(404, await programme.Act("pairs/none/end"));
    }
}
