using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Mails;

namespace ReverseMentoring.Tests.DrawnWaiting;

/// <summary>Who answers or comes after the draw, on the side that had too few places, doesn't get in before those who wait by it.</summary>
public sealed class BehindTests
{
    private static readonly Person Late = SmallCohort.Kim, InTime = SmallCohort.Tomas, Leader = SmallCohort.Ana;

    [Fact]
    public async Task Nobody_is_looked_for_for_them_and_all_others_are_looked_for()
    {
        var cohort = Drawn();

        Assert.Equal(new[] { InTime.Id, Leader.Id }.Order(), await Sought(cohort));
        // HR still can ask them: a refusal would tell who had not answered in time.
        Assert.Contains((await new MatchingRequestReader(cohort.Store, Settled(cohort)).ReadEverybody()).People, person => person.Id == Late.Id);
    }

    [Fact]
    public async Task On_the_side_that_had_the_places_late_ones_are_looked_for()
    {
        var cohort = Drawn(side: Role.Mentee);

        Assert.Contains(Late.Id, await Sought(cohort));
    }

    [Fact]
    public async Task Where_nobody_was_drawn_late_ones_are_looked_for()
    {
        var cohort = Drawn(whyNot: NoDraw.FewWouldWait);

        Assert.Contains(Late.Id, await Sought(cohort));
    }

    [Fact]
    public async Task Who_has_waited_in_an_earlier_cohort_is_looked_for()
    {
        var cohort = Drawn();
        await cohort.Store.Write(Rows.Cohorts, [new Change.Put("winter", "{}")]);
        await cohort.Store.Write(Rows.Partition(new("winter")), [Documents.Put(Rows.Lot + Late.Id, new Lot(Late.Id, Waits: true))]);

        Assert.Contains(Late.Id, await Sought(cohort));
    }

    [Fact]
    public async Task Their_mail_and_their_page_say_so_and_don_t_ask_for_an_answer_in_vain()
    {
        var cohort = Drawn();
        cohort.Put(AskOf(Late).AskKey, new Ask { Id = AskOf(Late), SentAt = SmallCohort.Start });
        using var desk = new MailPreview(cohort);
        var mail = new Mail { Name = "unmatched.kim", Kind = MailKind.Unmatched, Person = Late.Id, QueuedAt = SmallCohort.Start };
        var written = await desk.Renderer.Write([mail], new(Settled(cohort), (await cohort.Find<CycleState>(Rows.State))!, new(cohort.Store, cohort.Clock)), CancellationToken.None);
        await using var site = new FormSite(cohort);
        var page = (await site.Get("/f/" + cohort.Token(FormKind.Participation, Late))).Text;

        Assert.Equal("No place for you this time", written[0].Mail!.Subject);
        Assert.Contains("Whoever comes later stands behind those who wait", page, StringComparison.Ordinal);
        Assert.DoesNotContain("You can still tell us", page, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<PersonId>> Sought(SmallCohort cohort) =>
        [.. (await new MatchingRequestReader(cohort.Store, Settled(cohort)).ReadRequest()).People.Select(person => person.Id).Order()];

    private static SmallCohort Drawn(Role side = Role.Mentor, NoDraw? whyNot = null)
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions);
        cohort.Put(Rows.Cohort, Settled(cohort));
        cohort.Put(Rows.LotDraw, new LotDraw("seed") { IsDone = true, Side = side, WhyNot = whyNot });
        cohort.Put(Rows.Lot + InTime.Id, new Lot(InTime.Id, Waits: false));
        foreach (var person in new[] { Late, InTime, Leader })
        {
            cohort.Put(AskOf(person).AnswerKey, new Answer<OffersAnswer>(AskOf(person), SmallCohort.Start, new() { Offers = [], Wishes = [], WorkingHours = WorkingHours.Usual, Languages = ["en"] }));
        }

        return cohort;
    }

    private static AskId AskOf(Person person) => new(PhaseNames.OffersAndWishes, FormKind.Offers, 0, person.Id);

    private static Cohort Settled(SmallCohort cohort) => cohort.Cohort with { Settings = cohort.Cohort.Settings with { DrawnWaitingList = true } };
}
