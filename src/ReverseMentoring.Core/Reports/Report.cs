using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>What a cohort came to: figures only, so that it may be kept when all personal data is erased.</summary>
public sealed record Report
{
    public required CohortId Cohort { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Participants { get; init; }

    public required int Mentors { get; init; }

    public required int Mentees { get; init; }

    public required int Left { get; init; }

    public required IReadOnlyList<PhaseRecord> Phases { get; init; }

    public required PairFigures Pairs { get; init; }

    /// <summary>Null where the cohort meets in pairs.</summary>
    public CircleFigures? Circles { get; init; }

    public required SessionFigures Sessions { get; init; }

    /// <summary>Answers to the closing survey: mentors and mentees apart.</summary>
    public required FeedbackFigures MentorFeedback { get; init; }

    public required FeedbackFigures MenteeFeedback { get; init; }

    /// <summary>The topics that were taught in pairs that met, or presented in circles, the most frequent first.</summary>
    public required IReadOnlyList<TopicFigure> Topics { get; init; }

    public required int UnmatchedMentors { get; init; }

    public required int UnmatchedMentees { get; init; }

    /// <summary>Why people had no partner or circle: for each rule, how many it cost when these were found.</summary>
    public required IReadOnlyList<RuleCost> UnmatchedBecause { get; init; }
}

/// <param name="Formed">Both accepted.</param>
/// <param name="Completed">Went on to the last session.</param>
/// <param name="Declined">Proposed and not formed.</param>
/// <param name="Ended">Formed, and ended before the last session.</param>
public sealed record PairFigures(int Formed, int Completed, int Declined, int Ended);

/// <param name="Formed">Begun.</param>
/// <param name="Completed">Went on to the last session.</param>
/// <param name="Ended">Ended before it.</param>
/// <param name="People">Who are or were in one.</param>
/// <param name="Left">Times that somebody left one.</param>
/// <param name="Attendance">Share of its members who had not said that they can't come, over all sessions that were held; null without any.</param>
public sealed record CircleFigures(int Formed, int Completed, int Ended, int People, int Left, double? Attendance);

/// <param name="Planned">Of the formed pairs and circles.</param>
/// <param name="Held">At least one of those who were to come said so.</param>
/// <param name="Missed">Not held, and not booked again in time.</param>
/// <param name="Unconfirmed">Neither said anything.</param>
/// <param name="Moved">New times in all.</param>
/// <param name="Worth">Mean of 1 to 5 over all pulses, or over whole threes of them but the last three as long as there are sessions; null where fewer than three people would be in it.</param>
public sealed record SessionFigures(int Planned, int Held, int Missed, int Unconfirmed, int Moved, double? Worth);

/// <summary>Means over all answers; while the survey runs, over whole threes of them but the last three. Null where fewer than three would be in it: nobody's own answer can be told.</summary>
/// <param name="Answers">How many.</param>
/// <param name="Satisfaction">1 to 5.</param>
/// <param name="Learned">1 to 5.</param>
/// <param name="Confidence">1 to 5.</param>
/// <param name="NetPromoter">Share of 9 and 10 less share of 0 to 6, in per cent (Reichheld's net promoter score).</param>
public sealed record FeedbackFigures(int Answers, double? Satisfaction, double? Learned, double? Confidence, double? NetPromoter);

/// <param name="Pairs">Or circles.</param>
public sealed record TopicFigure(TopicId Topic, string Title, int Pairs);
