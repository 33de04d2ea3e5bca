using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Steps;

/// <summary>What a meeting's people are asked and told in a step.</summary>
internal static class MeetingMessages
{
    /// <summary>
    /// The question of a form to one person: about the meeting, or about a session at one of its times.
    /// </summary>
    public static AskId Ask(this MeetingContext context, FormKind form, PersonId person, int number = 0, int revision = 0) =>
        new(context.Id.Value, form, number, person, revision);

    /// <summary>Asks all about the meeting, each by a mail of this kind.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="form">What is asked.</param>
    /// <param name="kind">The mail that brings it.</param>
    /// <param name="number">Where the same is asked again: which time it is.</param>
    public static void AskAll(this MeetingContext context, FormKind form, MailKind kind, int number = 0)
    {
        foreach (var person in context.People)
        {
            var ask = context.Ask(form, person.Id, number);
            context.Write([Documents.Insert(ask.AskKey, new Ask { Id = ask }), .. context.Mail(person, kind, $"{number}", ask: ask)]);
        }
    }

    /// <summary>Asks all who were to come how a session went.</summary>
    public static void AskAbout(this MeetingContext context, Session session, DateTimeOffset until)
    {
        foreach (var person in context.Expected(session))
        {
            var ask = context.Ask(FormKind.Pulse, person.Id, session.Number, session.Sequence);
            context.Write(
            [
                Documents.Insert(ask.AskKey, new Ask { Id = ask }),
                .. context.Mail(person, MailKind.Pulse, $"{session.Number}{session.Sequence:D2}", session, until, ask),
            ]);
        }
    }

    /// <summary>Tells all who are still there, by a mail of this kind.</summary>
    public static void TellAll(this MeetingContext context, MailKind kind, string detail = "0")
    {
        foreach (var person in context.People.Where(person => person.IsActive))
        {
            context.Tell(person, kind, detail);
        }
    }

    public static void Tell(this MeetingContext context, Person person, MailKind kind, string detail = "0") => context.Write(context.Mail(person, kind, detail));

    /// <summary>Tells one of a session, and whoever keeps their calendar what is for them too.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="person">Whom.</param>
    /// <param name="kind">By which mail.</param>
    /// <param name="session">As it is, or was until now.</param>
    /// <param name="detail">What makes this mail another than one of the same kind about the same time; null: there is but one.</param>
    /// <param name="sequence">Which of the session's times the mail tells, where that is not the present one.</param>
    /// <param name="concerns">When what it changes begins, where that is earlier than the session.</param>
    public static void Tell(
        this MeetingContext context, Person person, MailKind kind, Session session, string? detail = null, int? sequence = null, DateTimeOffset? concerns = null)
    {
        var told = session with { Sequence = sequence ?? session.Sequence };
        context.Write(context.Mail(person, kind, detail ?? $"{told.Sequence}", told, told.Time.Start, concerns: concerns));
        if (person.ConfirmedDelegate is not null && kind.Declaration().Readers.HasFlag(MailReaders.Delegates))
        {
            context.Write(context.Mail(person, kind, detail ?? $"{told.Sequence}", told, told.Time.Start, concerns: concerns, toDelegate: true));
        }
    }

    /// <summary>Tells those in whose calendars a session stands that it is not to be then.</summary>
    /// <param name="context">The meeting's.</param>
    /// <param name="session">With the time at which it is not to be.</param>
    /// <param name="sequence">The sequence that the session has since.</param>
    public static void TellCancelled(this MeetingContext context, Session session, int sequence)
    {
        foreach (var person in context.People.Where(person => person.IsActive && session.HasInvited(person.Id)))
        {
            context.Tell(person, MailKind.SessionCancelled, session, sequence: sequence);
        }
    }

    /// <summary>Takes back what is still asked, of one form or all.</summary>
    public static void Withdraw(this MeetingContext context, FormKind? form = null) => context.Withdraw(ask => form is null || ask.Form == form);

    public static void Withdraw(this MeetingContext context, Func<AskId, bool> which) =>
        context.Write(context.Asks.Where(ask => which(ask.Value.Id)).Select(ask => ask.Delete()));

    private static Change.Insert[] Mail(
        this MeetingContext context, Person person, MailKind kind, string detail, Session? session = null, DateTimeOffset? until = null, AskId? ask = null,
        DateTimeOffset? concerns = null, bool toDelegate = false) => new Mail
        {
            Name = Names.Join(kind.Slug(), context.Id.Value, $"s{session?.Number ?? 0}", detail, toDelegate ? $"{person.Id}-delegate" : person.Id.Value),
            Kind = kind,
            ToDelegate = toDelegate,
            Person = person.Id,
            Meeting = context.Id,
            Session = session?.Number,
            Sequence = session?.Sequence,
            Ask = ask,
            Until = until,
            Concerns = concerns,
            QueuedAt = context.Now,
        }.Insert();
}
