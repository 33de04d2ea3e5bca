using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What nobody may do for another, though they have one of their mails. Rows and texts hold the name: it never changes.</summary>
public enum OwnActKind
{
    Leave,
    Erase,

    /// <summary>Names who keeps the person's calendar.</summary>
    Delegate,

    /// <summary>Ends a pair, or leaves a circle.</summary>
    Part,

    /// <summary>The address that the programme manager has entered is theirs: confirmed from the one that they had.</summary>
    Move,
}

/// <summary>What waits to be confirmed from a mail to the person's own address.</summary>
/// <param name="Number">Of the request: the mail's link names it, so that a newer request ends it.</param>
/// <param name="Delegate">With <see cref="OwnActKind.Delegate"/>: the address, as it is compared.</param>
/// <param name="Meeting">With <see cref="OwnActKind.Part"/>: from which pair or circle.</param>
public sealed record OwnAct(OwnActKind Kind, int Number, DateTimeOffset Until, string? Delegate = null, MeetingId? Meeting = null);

/// <summary>A code that opens what somebody wrote earlier. It stands nowhere: a key that no row holds works it out from the nonce.</summary>
/// <param name="Number">Of the request.</param>
/// <param name="Tries">Wrong ones so far.</param>
public sealed record OwnCode(int Number, string Nonce, DateTimeOffset Until, int Tries = 0);

/// <summary>What somebody has asked for that is to be had by way of their own address only: a row that whoever asks anew replaces.</summary>
/// <param name="Number">Of the newest request, from 1.</param>
/// <param name="Act">Null: nothing waits to be confirmed.</param>
/// <param name="Code">Null: none is out.</param>
[Kept(Rows.Own, KeptFor.Enrolment, ReadBy.Oneself, KeptUntil.PersonErased)]
public sealed record OwnRequests(int Number = 0, OwnAct? Act = null, OwnCode? Code = null)
{
    /// <summary>When mails went for such requests within the last day, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Mailed { get; init; } = [];
}
