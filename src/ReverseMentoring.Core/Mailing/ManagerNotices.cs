using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Mails to the programme manager.</summary>
internal static class ManagerNotices
{
    /// <summary>The rows of a notice, which goes once for each time that a phase is entered, and this number.</summary>
    public static IReadOnlyList<Change> ToManager(this StepContext context, MailKind kind, int number = 0) =>
        new Mail
        {
            Name = Names.Join(kind.Slug(), context.State.Phase, $"p{context.State.Stage}", $"n{number}", "manager"),
            Kind = kind,
            QueuedAt = context.Now,
        }.Insert();
}
