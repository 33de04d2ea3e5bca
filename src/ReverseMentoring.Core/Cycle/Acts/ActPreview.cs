using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>What a manager's act would change, and who would hear of it, as things stand.</summary>
[Tells(Told.Command)]
public sealed record ActPreview
{
    /// <summary>What stands against it; null: it can be done.</summary>
    public string? Refused { get; init; }

    /// <summary>Pairs that end; with a proposal, once all have accepted.</summary>
    public IReadOnlyList<MeetingId> Ends { get; init; } = [];

    /// <summary>Who looks for another partner then.</summary>
    public IReadOnlyList<PersonId> Seeking { get; init; } = [];

    /// <summary>Whom of these the matching would bring together, as things stand: they are asked in their turn.</summary>
    public IReadOnlyList<PairIds> Next { get; init; } = [];

    /// <summary>Who are introduced to each other by it, and asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<PairIds> Introduced { get; init; } = [];

    /// <summary>Mails that go out, each as often as it does.</summary>
    public IReadOnlyList<PreviewedMail> Mails { get; init; } = [];

    /// <summary>Mails that follow once all have accepted.</summary>
    public IReadOnlyList<PreviewedMail> MailsThen { get; init; } = [];

    /// <summary>Mails that go out only where something is so that isn't told: that somebody has said anything before, that no other place is found.</summary>
    public IReadOnlyList<PreviewedMail> MailsPerhaps { get; init; } = [];

    /// <summary>What is corrected of somebody, as columns of the list are called.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What is suggested, and approved by nobody yet, is found anew.</summary>
    public bool FindsAnew { get; init; }

    /// <summary>While pairs meet: until when whoever finds a new partner by it would meet, as far as that is known; null: nobody does.</summary>
    public DateTimeOffset? SessionsUntil { get; init; }

    public bool CanBeUndone { get; init; }

    /// <summary>Somebody is taken out without a mail: others read sober words.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsQuiet { get; init; }

    /// <summary>Sessions that are still to come and are called off.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int CalledOff { get; init; }

    /// <summary>A session is taken down as held before its time: others read that.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHeld { get; init; }

    /// <summary>What ends, ends for everybody: others read that.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsClosing { get; init; }
}

/// <summary>A mail to somebody.</summary>
public sealed record PreviewedMail(MailKind Kind, PersonId Person, int Count = 1);
