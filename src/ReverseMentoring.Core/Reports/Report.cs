using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Lots;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>What a cohort came to: figures only, so that it may be kept when all personal data is erased.</summary>
[Kept(Rows.Report, KeptFor.Figures, ReadBy.Manager | ReadBy.Report, KeptUntil.Stays)]
public sealed record Report
{
    public required CohortId Cohort { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Participants { get; init; }

    public required int Mentors { get; init; }

    public required int Mentees { get; init; }

    public required IReadOnlyList<PhaseDates> Phases { get; init; }

    /// <summary>Where both accepted.</summary>
    public required int PairsFormed { get; init; }

    /// <summary>Null where the cohort meets in pairs.</summary>
    public CircleFigures? Circles { get; init; }

    public required SessionFigures Sessions { get; init; }

    /// <summary>Who began and who waited by a draw, and why there was none; null where the cohort has no drawn waiting list.</summary>
    public DrawFigures? Draw { get; init; }

    /// <summary>What people said and chose, wave by wave, as the gate published it.</summary>
    public required IReadOnlyList<PublishedWave> Waves { get; init; }

    /// <returns>Null while the wave is open.</returns>
    public PublishedWave? Wave(string name) => Waves.FirstOrDefault(wave => wave.Name == name);
}

/// <param name="Name">One of <see cref="Programme.PhaseNames"/>.</param>
public sealed record PhaseDates(string Name, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt);

/// <param name="Side">Of whom more wanted in than there were places. How many wanted is not told: it would tell how many had answered by then.</param>
/// <param name="Waiting">How many were drawn to wait; 0: nobody was.</param>
/// <param name="WhyNot">Null: there was a draw.</param>
public sealed record DrawFigures(Role Side, int Waiting, NoDraw? WhyNot)
{
    /// <summary>What may be told of it.</summary>
    public static DrawFigures? Of(LotDraw? draw) => draw is null ? null : new(draw.Side, draw.Waiting, draw.WhyNot);
}

/// <param name="Formed">Begun.</param>
/// <param name="People">Who are or were in one.</param>
public sealed record CircleFigures(int Formed, int People);

/// <summary>
/// What became of the sessions: told at the end, and only where enough people met, because whether one was held is what
/// somebody answered.
/// </summary>
/// <param name="Planned">Of the formed pairs and circles. What became of them is null where it was of few people, or nearly all.</param>
/// <param name="Held">At least one of those who were to come said so.</param>
/// <param name="Missed">Not held, and not booked again in time.</param>
/// <param name="Unconfirmed">Nobody said anything.</param>
/// <param name="Moved">New times in all.</param>
public sealed record SessionFigures(int Planned, int? Held = null, int? Missed = null, int? Unconfirmed = null, int? Moved = null)
{
    /// <summary>All were held, or all but those of a few people: how many is not told.</summary>
    public bool NearlyAllHeld { get; init; }

    /// <summary>Were still to come when the sessions of all were closed; not among the planned ones.</summary>
    public int CalledOff { get; init; }

    /// <summary>Were still to come when their pairs and circles ended early; not among the planned ones, but where they were of too few people to be told. None in reports that were written before these were counted.</summary>
    public int LostEarly { get; init; }

    /// <summary>As they were planned at first, of which <c>held</c> is said: the more pairs end early, the fewer of these are held.</summary>
    public int FirstPlanned => Planned + LostEarly;
}
