using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Writes a mail when its turn has come, in its reader's words, from what is true then.</summary>
public interface IMailRenderer
{
    /// <returns>The mail, or why it is not wanted any more.</returns>
    Task<RenderedMail> Write(Mail mail, Cohort cohort, CycleState state, CancellationToken cancel);
}

/// <param name="Mail">Null where it is not wanted, or not now.</param>
/// <param name="NotWanted">Why, as a short code such as <c>answered</c>.</param>
public sealed record RenderedMail(OutgoingMail? Mail, string? NotWanted = null)
{
    /// <summary>Its reader pauses: it is to come again when the pause is over.</summary>
    public static RenderedMail Later { get; } = new(null, null);

    public static RenderedMail Dropped(string why) => new(null, why);

    public static RenderedMail Dropped(DropReason why) => Dropped(why.Code());
}
