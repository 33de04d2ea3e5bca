using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>A pair or circle that I am in, with its sessions.</summary>
public sealed record MyMeeting(MeetingPageModel Model, IReadOnlyList<Session> Sessions)
{
    public Meeting Meeting => Model.Meeting;

    /// <summary>What to talk about at the next session; empty where none is to come.</summary>
    public IReadOnlyList<string> Guide { get; init; } = [];

    /// <summary>Where sessions meet online, by their numbers; only those that stand in a calendar with such a place.</summary>
    public IReadOnlyDictionary<int, Uri> Online { get; init; } = new Dictionary<int, Uri>();
}

/// <param name="Meetings">Those that are proposed, meet, or have met.</param>
/// <param name="Sure">What is to be confirmed in a second step, and for which pair or circle; null: nothing.</param>
public sealed record ParticipationPageModel(IReadOnlyList<MyMeeting> Meetings, string? Sure = null, MeetingId? SurePair = null)
{
    /// <summary>Nothing can be changed any more but data erased.</summary>
    public bool IsOver { get; init; }

    /// <summary>Which of the page's small forms was sent with a mistake; null: none.</summary>
    public string? Wrong { get; init; }

    /// <summary>What is asked of those whom no survey reaches; null: nothing.</summary>
    public PartingQuestions? Parting { get; init; }

    /// <summary>Where somebody without a partner stands; null: they have one, or it is too early to say.</summary>
    public MyWaiting? Waits { get; init; }

    /// <summary>They have taken part to the end, and may show it.</summary>
    public bool HasCertificate { get; init; }

    /// <summary>When this person works, as they last said.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Usual;

    /// <summary>Where this person's sessions can be subscribed to.</summary>
    public string Feed { get; init; } = "";
}
