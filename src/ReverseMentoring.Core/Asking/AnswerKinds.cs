using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Asking;

/// <param name="Picked">Ids of topics from the list.</param>
/// <param name="Proposed">Own proposals, each 3 to 80 characters.</param>
[Kept(Rows.Answer, KeptFor.Topics, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record TopicsAnswer(IReadOnlyList<TopicId> Picked, IReadOnlyList<string> Proposed);

public enum MeetingFormat
{
    Either,
    InPerson,
    Remote,
}

[Kept(Rows.Answer, KeptFor.Matching, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record OffersAnswer
{
    public required IReadOnlyList<Offer> Offers { get; init; }

    public required IReadOnlyList<Wish> Wishes { get; init; }

    public required WorkingHours WorkingHours { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public MeetingFormat Format { get; init; }

    /// <summary>Keyed hashes of the addresses of people this person would rather not be paired with. Nobody but the matching ever reads it.</summary>
    public IReadOnlyList<string> RatherNot { get; init; } = [];

    /// <summary>What was said to the survey's questions before anybody has met. The matching doesn't read it.</summary>
    [KeptField(KeptFor.Figures, ReadBy.Oneself, KeptUntil.PersonErased)]
    public IReadOnlyDictionary<ItemId, int> Said { get; init; } = Nothing.Said;
}

[Kept(Rows.Answer, KeptFor.Matching, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record ConfirmationAnswer(bool Accepts);

[Kept(Rows.Answer, KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.PersonErased)]
public sealed record ExpectationsAnswer(string Text);

/// <param name="Met">Whether the two met.</param>
/// <param name="Worth">1 to 5, how worthwhile; only where they met.</param>
[Kept(Rows.Answer, KeptFor.Meetings, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record PulseAnswer(bool Met, int? Worth);

/// <summary>Whether to go on after a session fell twice in a row, be it one or two.</summary>
[Kept(Rows.Answer, KeptFor.Meetings, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record CadenceAnswer(CadenceChoice Choice);

/// <param name="GoingWell">1 to 5.</param>
/// <param name="Comment">Taken out when the wave closes.</param>
/// <param name="MayBeShown">The comment may be shown without the writer's name.</param>
[Kept(Rows.Answer, KeptFor.Figures, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record HalfTimeAnswer(
    int GoingWell, [property: KeptField(KeptFor.Figures, ReadBy.Oneself, KeptUntil.SurveyClosed)] string? Comment, bool MayBeShown = false)
{
    /// <summary>What was said to the survey's questions; those that somebody left out are not in it.</summary>
    public IReadOnlyDictionary<ItemId, int> Said { get; init; } = Nothing.Said;
}

/// <summary>What was said in the closing survey.</summary>
/// <param name="Said">To its questions; those that somebody left out are not in it.</param>
/// <param name="Comment">Taken out when the wave closes.</param>
/// <param name="MayBeShown">The comment may be shown without the writer's name.</param>
[Kept(Rows.Answer, KeptFor.Figures, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record FeedbackAnswer(
    IReadOnlyDictionary<ItemId, int> Said, [property: KeptField(KeptFor.Figures, ReadBy.Oneself, KeptUntil.SurveyClosed)] string? Comment, bool MayBeShown = false)
{
    /// <summary>What people would have said at the start, looking back.</summary>
    public IReadOnlyDictionary<ItemId, int> Then { get; init; } = Nothing.Said;

    /// <summary>A course, a book or a page that helped, to be proposed to the next cohort without their name. Taken out when the wave closes.</summary>
    [KeptField(KeptFor.Figures, ReadBy.Oneself, KeptUntil.SurveyClosed)]
    public string? Material { get; init; }

    /// <summary>In which pairs they would like to go on meeting without the programme; told where both have said so.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.PersonErased)]
    public IReadOnlyList<MeetingId> GoesOn { get; init; } = [];
}

/// <summary>No question was answered.</summary>
internal static class Nothing
{
    public static IReadOnlyDictionary<ItemId, int> Said { get; } = new Dictionary<ItemId, int>();
}
