using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What matching gives as codes and figures, in plain words.</summary>
internal static class PairTexts
{
    /// <summary>A score of 0…10000 is shown as 0 to 100.</summary>
    public static string Score(ManagerContext context, int? score) => score is { } value ? context.Number(value / 100.0, "N1") : context.Say("Pair.NoScore");

    /// <summary>Topics first, then the criteria by what they add.</summary>
    public static IReadOnlyList<string> Reasons(ManagerContext context, TopicList topics, Meeting pair, bool locked) =>
        Reasons(context, topics, new(pair.Mentor, pair.Mentee, pair.Score, locked, false, pair.ToldParts, pair.ToldExchange));

    public static IReadOnlyList<string> Reasons(ManagerContext context, TopicList topics, Core.Matching.Explaining.MatchedPair pair) =>
        [.. Reason.For(pair).Select(reason => Say(context, topics, reason))];

    public static string Title(ManagerContext context, TopicList topics, TopicId topic) => TopicTitles.Translate(topics, [topic], context.Culture) is [var title] ? title : topic.Value;

    /// <summary>The rule in a few words: "in one reporting line".</summary>
    public static string Rule(ManagerContext context, string code) => context.SayCode("Rule", code);

    /// <summary>What a change does to the others, negative where it costs.</summary>
    public static IReadOnlyList<string> Costs(ManagerContext context, Cost cost)
    {
        var said = new List<string>();
        Add(cost.Mentees, "Cost.Mentees");
        Add(cost.Mentors, "Cost.Mentors");
        Add(cost.Pairs, "Cost.Pairs");
        if (cost.WorstBefore != cost.WorstAfter)
        {
            said.Add(context.Say("Cost.Worst", ("before", Score(context, cost.WorstBefore)), ("after", Score(context, cost.WorstAfter))));
        }

        if (cost.Total != 0)
        {
            said.Add(context.Say($"Cost.Total.{Way(cost.Total)}", ("points", context.Number(Math.Abs(cost.Total) / 100.0, "N1"))));
        }

        return said.Count > 0 ? said : [context.Say("Cost.Nothing")];

        void Add(int change, string key)
        {
            if (change != 0)
            {
                said.Add(context.Count($"{key}.{Way(change)}", Math.Abs(change)));
            }
        }
    }

    /// <summary>Whom both would get if they were not a pair, and what that does to the others.</summary>
    public static IReadOnlyList<string> Second(ManagerContext context, SecondChoice second, Func<PersonId, string> nameOf)
    {
        var (mentor, mentee) = (nameOf(second.Mentor), nameOf(second.Mentee));
        return
        [
            second.MenteeGets is { } next
                ? context.Say("Pair.MenteeGets", ("mentee", mentee), ("mentor", nameOf(next)))
                : context.Say("Pair.MenteeNobody", ("mentee", mentee)),
            second.MentorGets is { } other
                ? context.Say("Pair.MentorGets", ("mentor", mentor), ("mentee", nameOf(other)))
                : context.Say("Pair.MentorNobody", ("mentor", mentor)),
            .. Costs(context, second.Cost),
        ];
    }

    public static string Signed(ManagerContext context, double value, string format = "N0") =>
        value > 0 ? $"+{context.Number(value, format)}" : value < 0 ? $"−{context.Number(-value, format)}" : context.Number(0, format);

    private static string Say(ManagerContext context, TopicList topics, Reason reason) => reason.Code switch
    {
        Reason.Taught or Reason.Returned => context.Say(
            $"Reason.{reason.Code}", ("topic", Title(context, topics, reason.Topic!.Value)), ("level", context.Say($"Level.{reason.Level}")),
            ("rank", context.Number(reason.Rank ?? 0))),
        _ when context.Localizer.Has($"Reason.{reason.Code}.One") => context.Count(
            $"Reason.{reason.Code}", Whole(reason), ("amount", Amount(context, reason)), ("points", Score(context, reason.Points ?? 0))),
        _ when context.Localizer.Has($"Reason.{reason.Code}") => context.Say(
            $"Reason.{reason.Code}", ("points", Score(context, reason.Points ?? 0))),
        _ => reason.Code,
    };

    private static string Way(long change) => change > 0 ? "More" : "Fewer";

    /// <summary>The number that decides between one and several: an hour and a half are hours.</summary>
    private static int Whole(Reason reason) =>
        reason.Unit != "minutes" ? reason.Amount ?? 0 : reason.Amount is 60 ? 1 : 2;

    private static string Amount(ManagerContext context, Reason reason) =>
        reason.Unit == "minutes" ? context.Number((reason.Amount ?? 0) / 60.0, "0.#") : context.Number(reason.Amount ?? 0);
}
