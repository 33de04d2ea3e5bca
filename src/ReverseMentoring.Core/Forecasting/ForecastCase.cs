using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>What is forecast: a cohort as its list and settings say. No answer of anybody is in it.</summary>
public sealed record ForecastCase
{
    /// <summary>Settings and days.</summary>
    public required Cohort Cohort { get; init; }

    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Person to manager, for all on the list.</summary>
    public required IReadOnlyDictionary<PersonId, PersonId> ReportingLine { get; init; }

    /// <summary>Topics that people begin to choose from.</summary>
    public required IReadOnlyList<TopicId> Topics { get; init; }

    /// <summary>Days off by person; who is not in it has none that are known.</summary>
    public IReadOnlyDictionary<PersonId, IReadOnlyList<DateRange>> DaysOff { get; init; } = new Dictionary<PersonId, IReadOnlyList<DateRange>>();

    /// <summary>Pairs of earlier cohorts.</summary>
    public IReadOnlyList<PairIds> EarlierPairs { get; init; } = [];

    /// <summary>Pairs that HR reviews now; null before they are found.</summary>
    public ReviewedPairs? Reviewed { get; init; }

    public Habits Habits { get; init; } = Habits.Usual;

    internal IReadOnlyList<SurveyItem> Items => [.. Questionnaire.Of(Cohort.Settings.Questions).Items.Where(item => item is { IsCompared: true, Scale: ItemScale.Agreement })];
}

/// <param name="Pairs">As they were found.</param>
/// <param name="At">When the review began.</param>
public sealed record ReviewedPairs(IReadOnlyList<PairIds> Pairs, DateTimeOffset At)
{
    /// <summary>Who waits by a draw.</summary>
    public IReadOnlySet<PersonId> Waiting { get; init; } = new HashSet<PersonId>();

    internal IReadOnlySet<PersonId> People { get; } = Pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).ToHashSet();
}
