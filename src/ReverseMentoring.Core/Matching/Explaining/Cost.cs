using ReverseMentoring.Core.Matching.Solving;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Explaining;

/// <summary>What a change does to the whole: negative where it costs.</summary>
/// <param name="WorstAfter">Lowest score among the pairs that are neither locked, kept nor forced.</param>
public sealed record Cost(int Mentees, int Mentors, int Pairs, int? WorstBefore, int? WorstAfter, long Total)
{
    internal static Cost From(PairChange change, int? worstBefore) =>
        new(change.Change.Mentees, change.Change.Mentors, change.Change.Pairs, worstBefore, change.Worst, change.Change.Total);
}

/// <param name="Refused">The rule that no lock passes over; then there is no cost.</param>
/// <param name="Cost">Null too where one of the two has said nothing, so that nothing is known of them to be weighed.</param>
public sealed record ForcingCost(PersonId Mentor, PersonId Mentee, string? Refused, Cost? Cost);

/// <summary>The best without a pair.</summary>
/// <param name="MenteeGets">The mentor whom its mentee gets then; null for nobody.</param>
/// <param name="MentorGets">The mentee whom its mentor gets then; null for nobody.</param>
public sealed record SecondChoice(PersonId Mentor, PersonId Mentee, PersonId? MenteeGets, PersonId? MentorGets, Cost Cost);
