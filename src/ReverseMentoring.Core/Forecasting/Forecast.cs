namespace ReverseMentoring.Core.Forecasting;

/// <summary>Where four of five cohorts like this one end up, and the one in the middle.</summary>
public sealed record ForecastRange<T>(T Low, T Likely, T High);

/// <summary>What a cohort may come to. Each range holds in four of five cohorts whose people behave as is assumed.</summary>
public sealed record Forecast
{
    /// <summary>On the list.</summary>
    public required int Mentors { get; init; }

    public required int Mentees { get; init; }

    /// <summary>Who find a partner, or a circle.</summary>
    public required ForecastRange<int> MentorsMatched { get; init; }

    public required ForecastRange<int> MenteesMatched { get; init; }

    public required ForecastRange<int> SessionsHeld { get; init; }

    /// <summary>When the report is written, on the cohort's clock.</summary>
    public required ForecastRange<DateOnly> Ends { get; init; }

    /// <summary>Of those who have a partner, the one in the middle.</summary>
    public required ForecastRange<double> MailsPerPerson { get; init; }

    /// <summary>Half of the width of a change's 95 % interval in the report, in steps of five; null where fewer than four of five such cohorts can show any.</summary>
    public required ForecastRange<double>? Precision { get; init; }

    /// <summary>Share of such cohorts whose report can show changes at all.</summary>
    public required double ShowsChanges { get; init; }

    /// <summary>Steps of five by which answers were made to rise; 0: by none.</summary>
    public required double Effect { get; init; }

    /// <summary>Of the changes that are shown, the share that the report would call a rise.</summary>
    public required double Found { get; init; }

    /// <summary>How many cohorts were drawn.</summary>
    public required int Draws { get; init; }

    /// <summary>Earlier cohorts that the habits of people were fitted to; 0: what is usual.</summary>
    public int FittedTo { get; init; }
}
