using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>A mail as lists show it: to whom, what kind, how it went.</summary>
public sealed record MailLine(string Name, PersonId? Person, MailKind Kind, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? At, int Attempts, string? Reason)
{
    /// <summary>It did not, or perhaps not, arrive.</summary>
    public bool HasFailed => Mail.HasFailedIn(State);

    public DateTimeOffset Latest => At ?? QueuedAt;

    internal static MailLine FromRow(Row row)
    {
        var mail = StoredJson.Parse<Mail>(row.Body);
        return new(mail.Name, mail.Person, mail.Kind, mail.State, mail.QueuedAt, mail.At, mail.Attempts, mail.Reason);
    }
}
