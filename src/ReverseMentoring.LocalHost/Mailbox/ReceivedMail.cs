namespace ReverseMentoring.LocalHost.Mailbox;

/// <summary>A mail as it lies in the local mailbox.</summary>
/// <param name="Id">The mail's own id: taken once, however often it is handed over.</param>
public sealed record ReceivedMail(
    string Id, DateTimeOffset At, string ToAddress, string ToName, string From, string Subject, string Text, string Html)
{
    /// <summary>Such as <c>List-Unsubscribe</c>, one a line.</summary>
    public string Headers { get; init; } = "";

    /// <summary>The invitation that came with it.</summary>
    public string? Calendar { get; init; }
}
