using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>What matching gives as codes and figures, in plain words.</summary>
internal static class PairWords
{
    /// <summary>A score of 0…10000 is shown as 0 to 100.</summary>
    public static string Score(Desk desk, int? score) => score is { } value ? desk.Number(value / 100.0, "N1") : desk.Say("Pair.NoScore");

    /// <summary>Topics first, then the criteria by what they add.</summary>
    public static IReadOnlyList<string> Reasons(Desk desk, TopicList topics, Meeting pair, bool locked) =>
    [
        .. Reason.For(new(pair.Mentor, pair.Mentee, pair.Score, locked, false, pair.Parts, pair.Exchange)).Select(reason => Say(desk, topics, reason)),
    ];

    public static string Title(Desk desk, TopicList topics, string topic) => TopicTitles.Of(topics, [topic], desk.Culture) is [var title] ? title : topic;

    /// <summary>The rule in a few words: "in one reporting line".</summary>
    public static string Rule(Desk desk, string code) => desk.SayCode("Rule", code);

    /// <summary>What a change does to the others, negative where it costs.</summary>
    public static IReadOnlyList<string> Costs(Desk desk, Cost cost)
    {
        var said = new List<string>();
        Add(cost.Mentees, "Cost.Mentees");
        Add(cost.Mentors, "Cost.Mentors");
        Add(cost.Pairs, "Cost.Pairs");
        if (cost.WorstBefore != cost.WorstAfter)
        {
            said.Add(desk.Say("Cost.Worst", ("before", Score(desk, cost.WorstBefore)), ("after", Score(desk, cost.WorstAfter))));
        }

        if (cost.Total != 0)
        {
            said.Add(desk.Say($"Cost.Total.{Way(cost.Total)}", ("points", desk.Number(Math.Abs(cost.Total) / 100.0, "N1"))));
        }

        return said.Count > 0 ? said : [desk.Say("Cost.Nothing")];

        void Add(int change, string key)
        {
            if (change != 0)
            {
                said.Add(desk.Count($"{key}.{Way(change)}", Math.Abs(change)));
            }
        }
    }

    /// <summary>Whom both would get if they were not a pair, and what that does to the others.</summary>
    public static IReadOnlyList<string> Second(Desk desk, SecondChoice second, Func<string, string> nameOf)
    {
        var (mentor, mentee) = (nameOf(second.Mentor), nameOf(second.Mentee));
        return
        [
            second.MenteeGets is { } next
                ? desk.Say("Pair.MenteeGets", ("mentee", mentee), ("mentor", nameOf(next)))
                : desk.Say("Pair.MenteeNobody", ("mentee", mentee)),
            second.MentorGets is { } other
                ? desk.Say("Pair.MentorGets", ("mentor", mentor), ("mentee", nameOf(other)))
                : desk.Say("Pair.MentorNobody", ("mentor", mentor)),
            .. Costs(desk, second.Cost),
        ];
    }

    public static string Signed(Desk desk, double value, string format = "N0") =>
        value > 0 ? $"+{desk.Number(value, format)}" : value < 0 ? $"−{desk.Number(-value, format)}" : desk.Number(0, format);

    private static string Say(Desk desk, TopicList topics, Reason reason) => reason.Code switch
    {
        Reason.Taught or Reason.Returned => desk.Say(
            $"Reason.{reason.Code}", ("topic", Title(desk, topics, reason.Topic!)), ("level", desk.Say($"Level.{reason.Level}")),
            ("rank", desk.Number(reason.Rank ?? 0))),
        _ when desk.Voice.Has($"Reason.{reason.Code}.One") => desk.Count(
            $"Reason.{reason.Code}", Whole(reason), ("amount", Amount(desk, reason)), ("points", Score(desk, reason.Points ?? 0))),
        _ when desk.Voice.Has($"Reason.{reason.Code}") => desk.Say(
            $"Reason.{reason.Code}", ("points", Score(desk, reason.Points ?? 0))),
        _ => reason.Code,
    };

    private static string Way(long change) => change > 0 ? "More" : "Fewer";

    /// <summary>The number that decides between one and several: an hour and a half are hours.</summary>
    private static int Whole(Reason reason) =>
        reason.Unit != "minutes" ? reason.Amount ?? 0 : reason.Amount is 60 ? 1 : 2;

    private static string Amount(Desk desk, Reason reason) =>
        reason.Unit == "minutes" ? desk.Number((reason.Amount ?? 0) / 60.0, "0.#") : desk.Number(reason.Amount ?? 0);
}
