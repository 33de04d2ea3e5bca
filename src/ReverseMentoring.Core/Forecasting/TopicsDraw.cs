using System.Globalization;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>The list that the call for topics comes to: all that it began with, and what people add, some of them the same.</summary>
internal sealed class TopicsDraw(IReadOnlyList<TopicId> starters, Dice dice)
{
    /// <summary>Of those who answer, who proposes one of their own.</summary>
    private const double Proposes = 0.25;

    /// <summary>How many different ones people think of.</summary>
    private const int Different = 14;

    public IReadOnlyList<TopicId> Compile(int answers) =>
    [
        .. starters,
        .. Enumerable.Range(0, answers).Where(_ => dice.Happens(Proposes)).Select(_ => dice.Below(Different)).Distinct()
            .Select(own => new TopicId($"own-{own.ToString(CultureInfo.InvariantCulture)}")),
    ];
}
