using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>What participants do in the tests, form by form.</summary>
internal static class FormScenario
{
    public static Task ChoosesTopics(this TestProgramme programme, string who, string topic = "technology") =>
        programme.Answer(who, "invitation.call-for-topics", ("picked", topic), ("notice", "true"));

    public static Task Offers(this TestProgramme programme, string who, string offer = "technology", string wish = "careers") =>
        programme.Answer(
            who, "invitation.offers-and-wishes", ($"offer.{offer}", "3"), ($"wish.{wish}", "1"), ("hours", "usual"), ("languages", "en"),
            ("format", "either"), ("rules", "true"), ("notice", "true"));

    public static Task Accepts(this TestProgramme programme, string who) => programme.Answer(who, "introduction", ("accept", "yes"));

    /// <summary>Says no, which is acted on when the day is over.</summary>
    public static Task Declines(this TestProgramme programme, string who) => programme.Answer(who, "introduction", ("accept", "no"));

    /// <summary>Says no, and the day is over.</summary>
    public static async Task DeclinesToday(this TestProgramme programme, string who)
    {
        await programme.Declines(who);
        var zone = (await programme.Store.ReadCohort(programme.Cohort))!.Zone;
        await programme.Time.TurnTo(zone.EndOf(zone.DateAt(programme.Time.Now)));
    }

    public static Task Met(this TestProgramme programme, string who, bool met = true) =>
        programme.Answer(who, "pulse", met ? [("met", "yes"), ("worth", "5")] : [("met", "no")]);

    public static Task Feeds(this TestProgramme programme, string who) => programme.Answer(
        who, "invitation.feedback", ("item.again.1", "5"), ("item.recommend.1", "9"));

    /// <summary>Everybody answers the first two phases: leaders want what juniors bring.</summary>
    public static async Task UntilReview(this TestProgramme programme, int leaders, int juniors)
    {
        await programme.TurnTo(5);
        foreach (var who in Everybody(leaders, juniors))
        {
            await programme.ChoosesTopics(who);
        }

        for (var number = 1; number <= leaders; number++)
        {
            await programme.Offers(SmallCompany.Leader(number), offer: "careers", wish: "technology");
        }

        for (var number = 1; number <= juniors; number++)
        {
            await programme.Offers(SmallCompany.Junior(number));
        }
    }

    /// <summary>… and the manager approves, and both sides accept.</summary>
    public static async Task UntilSessions(this TestProgramme programme, int leaders, int juniors)
    {
        await programme.UntilReview(leaders, juniors);
        await programme.UntilSessionsFromReview(leaders, juniors);
    }

    public static async Task UntilSessionsFromReview(this TestProgramme programme, int leaders, int juniors)
    {
        await programme.Command("approve");
        foreach (var who in Everybody(leaders, juniors).Where(who => programme.Mails(who, "introduction").Count > 0))
        {
            await programme.Accepts(who);
        }
    }

    public static IEnumerable<string> Everybody(int leaders, int juniors) =>
        Enumerable.Range(1, leaders).Select(SmallCompany.Leader).Concat(Enumerable.Range(1, juniors).Select(SmallCompany.Junior));
}
