using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

public enum MeetingCommandKind
{
    /// <summary>A session moves to another time.</summary>
    Move,

    /// <summary>One of them would like another partner or circle.</summary>
    Part,

    /// <summary>One of them can't make it.</summary>
    Cancel,

    /// <summary>Something about somebody's time has changed: what is planned may not fit any more.</summary>
    LookAgain,

    /// <summary>Something has happened to an event in a calendar.</summary>
    LookAtEvents,

    /// <summary>The cohort has found somebody a place in this circle.</summary>
    Join,

    /// <summary>This one stands in one reporting line with another now: power is to stay out of it.</summary>
    LineCrossed,

    /// <summary>The programme manager ends it.</summary>
    End,

    /// <summary>Somebody in it has accepted another partner.</summary>
    Replace,

    /// <summary>A session was held at a time that they agreed on by themselves.</summary>
    Hold,

    /// <summary>One of a pair would like a fixed rhythm.</summary>
    WishRhythm,

    /// <summary>The other one wants it too, or would rather not.</summary>
    AnswerRhythm,
}

/// <summary>What one of a pair or circle asked for, stored before it is woken.</summary>
/// <param name="Person">Whom it is about: a person's id. Shown to nobody.</param>
/// <param name="Session">The session's number, where it is about one.</param>
/// <param name="To">Where it shall go; null: wherever there is time.</param>
/// <param name="Sequence">Which of the session's times it is about: a later one is not touched. Null: whichever it is.</param>
[Kept(Rows.Command, KeptFor.Meetings, ReadBy.Oneself, KeptUntil.Done)]
public sealed record MeetingCommand(MeetingCommandKind Kind, PersonId? Person, int Session = 0, Interval? To = null, int? Sequence = null)
{
    /// <summary>With <see cref="MeetingCommandKind.Join"/>: topics that the newcomer can bring, what most there want first.</summary>
    public IReadOnlyList<TopicId>? Brings { get; init; }

    /// <summary>With <see cref="MeetingCommandKind.WishRhythm"/> and <see cref="MeetingCommandKind.AnswerRhythm"/>: which.</summary>
    public FixedRhythm? Rhythm { get; init; }

    /// <summary>
    /// With <see cref="MeetingCommandKind.Move"/>: they have agreed on the time by themselves; with <see cref="MeetingCommandKind.AnswerRhythm"/>:
    /// it is wanted by both.
    /// </summary>
    public bool Agreed { get; init; }

    /// <summary>With <see cref="MeetingCommandKind.Cancel"/>: the starts of times that were offered, none of which suited. Null: none were.</summary>
    public IReadOnlyList<DateTimeOffset>? Refused { get; init; }

    public static string KeysOf(MeetingId meeting) => $"{Rows.Command}{meeting}.";

    /// <summary>One of the two who part, or who want to.</summary>
    public static string PartKey(MeetingId meeting, PersonId person) => $"{KeysOf(meeting)}part.{person}";

    /// <summary>About a session, at a moment: a later one of the same person comes after it.</summary>
    public string SessionKey(MeetingId meeting, DateTimeOffset now) => $"{KeysOf(meeting)}session.{Names.Moment(now)}.{Session:D3}.{Person}";

    public static Change.Insert Join(MeetingId meeting, PersonId person, IReadOnlyList<TopicId> brings) => new(
        $"{KeysOf(meeting)}join.{person}", StoredJson.Write(new MeetingCommand(MeetingCommandKind.Join, person) { Brings = brings }));

    public static Change.Insert Part(MeetingId meeting, PersonId person) =>
        new(PartKey(meeting, person), StoredJson.Write(new MeetingCommand(MeetingCommandKind.Part, person)));

    public static Change LineCrossed(MeetingId meeting, PersonId person) =>
        Documents.Put($"{KeysOf(meeting)}line.{person}", new MeetingCommand(MeetingCommandKind.LineCrossed, person));

    public static Change End(MeetingId meeting) => Documents.Put($"{KeysOf(meeting)}end", new MeetingCommand(MeetingCommandKind.End, null));

    public static Change Replace(MeetingId meeting) => Documents.Put($"{KeysOf(meeting)}replace", new MeetingCommand(MeetingCommandKind.Replace, null));

    /// <param name="meeting">Of which.</param>
    /// <param name="session">The session's number.</param>
    /// <param name="time">When they met.</param>
    public static Change Hold(MeetingId meeting, int session, Interval time) =>
        Documents.Put($"{KeysOf(meeting)}hold.{session:D3}", new MeetingCommand(MeetingCommandKind.Hold, null, session, time));

    /// <summary>
    /// Asks a meeting to look again, by one row however often. Written over: a step that runs meanwhile, and may have seen
    /// things as they were, then meets a changed row and decides anew.
    /// </summary>
    public static Change LookAgain(MeetingId meeting) =>
        Documents.Put($"{KeysOf(meeting)}lookagain", new MeetingCommand(MeetingCommandKind.LookAgain, null));

    /// <summary>The same, to look at its events in calendars.</summary>
    public static Change LookAtEvents(MeetingId meeting) =>
        Documents.Put($"{KeysOf(meeting)}lookatevents", new MeetingCommand(MeetingCommandKind.LookAtEvents, null));
}
