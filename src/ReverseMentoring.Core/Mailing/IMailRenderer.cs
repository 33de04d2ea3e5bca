namespace ReverseMentoring.Core.Mailing;

/// <summary>Writes a mail when its turn has come, in its reader's words, from what is true then.</summary>
public interface IMailRenderer
{
    /// <summary>Writes mails to one reader as one letter: the first that is still wanted leads, the others stand below it.</summary>
    /// <param name="mails">To one and the same reader.</param>
    /// <param name="round">Whose mails they are, and what is read once for all that go with them.</param>
    /// <param name="cancel">Cancels reads.</param>
    /// <returns>What became of each, in order: the letter with the one that leads it, or why it is not wanted any more.</returns>
    Task<IReadOnlyList<RenderedMail>> Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel);
}

/// <param name="Mail">Null where it is not wanted, or not now.</param>
/// <param name="NotWanted">Why, as a short code such as <c>answered</c>.</param>
public sealed record RenderedMail(OutgoingMail? Mail, string? NotWanted = null)
{
    /// <summary>Its reader pauses: it is to come again when the pause is over.</summary>
    public static RenderedMail Later { get; } = new(null, null);

    /// <summary>It stands in the letter of another.</summary>
    public static RenderedMail Rides { get; } = new((OutgoingMail?)null) { IsAlong = true };

    /// <summary>It can't stand in this letter, which brings something for the calendar already as it does: it goes by itself.</summary>
    public static RenderedMail Apart { get; } = new((OutgoingMail?)null) { IsApart = true };

    public bool IsAlong { get; private init; }

    public bool IsApart { get; private init; }

    public static RenderedMail Dropped(string why) => new(null, why);

    public static RenderedMail Dropped(DropReason why) => Dropped(why.Code());
}
