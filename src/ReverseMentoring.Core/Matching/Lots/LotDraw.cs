using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Lots;

/// <summary>Why nobody was drawn to wait. Stands in rows and reports, so it never changes.</summary>
public enum NoDraw
{
    /// <summary>There were places for all who wanted in.</summary>
    PlacesForAll,

    /// <summary>So few would wait that nothing could be shown of them.</summary>
    FewWouldWait,

    /// <summary>So few would begin that nothing could be shown of them.</summary>
    FewWouldBegin,

    /// <summary>Those who have waited once begin in any case, and so few of the others would that nothing could be shown of them.</summary>
    FewBesideSpared,
}

/// <summary>
/// The draw of who begins and who waits, where more people of one side want in than there are places: chance alone parts them, so that what
/// differs between them at the end is what the programme has done.
/// </summary>
/// <param name="Seed">What the draw was made by, with the ids of those who were in it: it can be made again and comes to the same.</param>
[Kept("lot-draw", KeptFor.Figures, ReadBy.Manager | ReadBy.Report, KeptUntil.CohortErased)]
public sealed record LotDraw(string Seed)
{
    /// <summary>All is written; until then it is made anew with the same seed.</summary>
    public bool IsDone { get; init; }

    /// <summary>Of whom more wanted in than there were places; of both as many: the mentors.</summary>
    public Role Side { get; init; } = Role.Mentor;

    /// <summary>People of that side who had said what they offer and want.</summary>
    public int Wanted { get; init; }

    /// <summary>Partners that the other side can take.</summary>
    public int Places { get; init; }

    /// <summary>How many were drawn to wait, whoever has left since; 0 where nobody was.</summary>
    public int Waiting { get; init; }

    /// <summary>Null: there was a draw.</summary>
    public NoDraw? WhyNot { get; init; }
}

/// <summary>What the draw gave somebody.</summary>
/// <param name="Waits">They find no partner in this cohort, and are asked at its end as those are who began.</param>
[Kept("lot.", KeptFor.Figures, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
public sealed record Lot(PersonId Person, bool Waits);
