namespace ReverseMentoring.Graph.Calls;

/// <summary>How Microsoft 365 is reached. Application permissions: Calendars.ReadWrite, MailboxSettings.Read, User.Read.All.</summary>
public sealed class GraphOptions
{
    /// <summary>User principal name of the product's own mailbox: asks for free and busy times, organises where the cohort says so.</summary>
    public string ServiceMailbox { get; set; } = "";

    /// <summary>Root of the API; another one for national clouds.</summary>
    public Uri Endpoint { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>A longer wait than this is left to the caller, who comes back later.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(15);
}
