using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forms;

/// <summary>A new key signs, while links made with the one before are still in people's mails.</summary>
public sealed class KeyRotationTests
{
    /// <summary>As <see cref="SmallCohort"/> signs with it.</summary>
    private static readonly SigningKey Before = new("k1", new byte[LinkSigner.KeyBytes]);

    private static readonly SigningKey Now = new("k2", [.. Enumerable.Repeat((byte)7, LinkSigner.KeyBytes)]);

    [Fact]
    public async Task A_link_that_was_signed_with_the_key_before_still_opens_and_takes_an_answer()
    {
        var (cohort, ask) = Asked();
        await using var site = new FormSite(cohort, new([Now, Before]));
        var address = "/f/" + cohort.Token(ask);

        Assert.Equal(200, (await site.Get(address)).Status);
        var sent = await site.Post(address, ("picked", "technology"), ("notice", "true"));

        Assert.Equal(303, sent.Status);
        Assert.Equal([new TopicId("technology")], (await cohort.AnswerOf<TopicsAnswer>(ask))!.Picked);
    }

    [Fact]
    public async Task Once_the_key_is_taken_away_its_links_open_no_more()
    {
        var (cohort, ask) = Asked();
        await using var site = new FormSite(cohort, new([Now]));

        Assert.Equal(404, (await site.Get("/f/" + cohort.Token(ask))).Status);
    }

    [Fact]
    public void The_first_key_signs_and_its_links_say_so()
    {
        var token = new LinkSigner([Now, Before]).Sign(new(FormKind.Topics, new CohortId("spring"), new PersonId("ana"), "", 0, SmallCohort.Start, SmallCohort.Start.AddDays(1)));

        Assert.NotNull(new LinkSigner([Now]).Verify(token));
        Assert.Null(new LinkSigner([Before]).Verify(token));
        Assert.Null(new LinkSigner([Before with { Id = Now.Id }]).Verify(token));
    }

    private static (SmallCohort Cohort, AskId Ask) Asked()
    {
        var cohort = SmallCohort.In(PhaseNames.CallForTopics);
        return (cohort, cohort.AskInPhase(FormKind.Topics, SmallCohort.Ana));
    }
}
