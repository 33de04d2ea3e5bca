using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Simulating;

/// <summary>One way in which the product could be broken.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Promise">Which invariant finds it first: the beginning of what is told.</param>
/// <param name="Break">Puts it in.</param>
internal sealed record BrokenVariant(string Name, string Promise, Action<IServiceCollection> Break);

/// <summary>
/// Mistakes as somebody could make them, each put in from outside: the product itself has no switch for them. The simulation has to find
/// every one of them.
/// </summary>
internal static class BrokenVariants
{
    public static IReadOnlyList<BrokenVariant> All { get; } =
    [
        Writing("an answer that comes twice at once is written over", "no answer is lost", Where(Rows.Answer, change => change is Change.Insert or Change.Replace ? new Change.Put(change.Key, change.NewBody!) : change)),
        Writing("an answer is thanked for and not stored", "no answer is lost", Where(Rows.Answer, change => change is Change.Delete ? change : null)),
        Writing("a mail is not noted before it is handed over", "no mail twice", Where(Rows.Mail, change => change with { } is Change.Replace sending && sending.Body.Contains("\"sending\"", StringComparison.Ordinal) ? sending with { Body = sending.Body.Replace("\"sending\"", "\"queued\"", StringComparison.Ordinal) } : change)),
        Writing("a mail that was sent stays in the queue", "a mail has one place to wait at", Where(Rows.Queue, change => change is Change.Delete ? null : change)),
        Writing("a mail that waits for its hour loses its place", "a mail has one place to wait at", Where(Rows.Later, change => change is Change.Insert ? null : change)),
        Writing("a question is asked by no mail", "a question is asked by a mail", Where([Rows.Mail + MailKind.Pulse.Slug(), Rows.Queue + "7", Rows.MailOf], change => change.Key.Contains(MailKind.Pulse.Slug(), StringComparison.Ordinal) && change is Change.Insert ? null : change)),
        Writing("nobody is thanked", "everybody is told how it ends", Where([Rows.Mail, Rows.Queue, Rows.MailOf], change => change.Key.Contains("thanks.", StringComparison.Ordinal) ? null : change)),
        Writing("what is planned is not booked", "bookings are what is planned", Where("bookings", _ => null)),
        Writing("a pair that is over is still waited for", "who is waited for", Where("waiting.", change => change is Change.Delete ? null : change)),
        Writing("a step of a pair is never due", "every cohort ends", (partition, change) => partition == "due" && change.Key.Contains(".meeting.", StringComparison.Ordinal) && change is Change.Insert && change.Key.StartsWith("at.", StringComparison.Ordinal) ? null : change),
        Writing("the outbox is never due", "no mail waits for nobody", (partition, change) => partition == "due" && change.Key.EndsWith(".outbox.all", StringComparison.Ordinal) && change is Change.Insert && change.Key.StartsWith("at.", StringComparison.Ordinal) ? null : change),
        Writing("erasing a cohort leaves its people", "nothing is left of anybody", Where(Rows.Person, change => change is Change.Delete ? null : change)),
        Writing("erasing somebody leaves their name", "nothing is left of whoever was erased", Where(Rows.Person, change => change is Change.Replace { Body: var body } && body.Contains("\"email\":\"\"", StringComparison.Ordinal) ? null : change)),
        Writing("the log of what was done loses an entry", "the log of what was done is whole", (partition, change) => partition == "audit" && change.Key.EndsWith('3') ? null : change),
        Writing("who would rather not with whom is not kept", "a veto holds", Where(Rows.Answer, change => Without(change, "ratherNot"))),
        Reading("nobody's manager is known", "no reporting line between two who meet", Rows.Person, "managerId", null),
        Reading("everybody has room for three", "nobody has more partners than room", Rows.Person, "capacity", 3),
        Reading("nobody has ever left", "who has left meets nobody", Rows.Person, "leftAt", null),
        new("mails go by day and night", "mails go at decent hours", services => services.AddSingleton(new MailHours(AtOnce: true))),
        new("some mails are recorded as sent and not handed over", "a mail that is recorded as sent", services => Instead<IMailTransport>(services, mail => new BrokenMail(mail) { Forgets = true })),
        new("a mail of which nothing was heard is handed over again", "no mail twice", services => Instead<IMailTransport>(services, mail => new BrokenMail(mail) { NeverSaw = true })),
        new("calendars are not told that a session moves", "each session stands in the calendars once", services => Instead<ICalendar>(services, calendar => new BrokenCalendar(calendar) { NeverMoves = true })),
        new("calendars are not told that a session falls", "each session stands in the calendars once", services => Instead<ICalendar>(services, calendar => new BrokenCalendar(calendar) { NeverCancels = true })),
        new("each try to book is another event", "each session stands in the calendars once", services => Instead<ICalendar>(services, calendar => new BrokenCalendar(calendar) { BooksAnew = true })),
    ];

    private static BrokenVariant Writing(string name, string promise, Func<string, Change, Change?> change) =>
        new(name, promise, services => Instead<IStore>(services, store => new BrokenStore(store, change, (_, row) => row)));

    /// <summary>One field is read as another thing than it is. What is written back holds the true one, or the checks would read the mistake as the truth.</summary>
    private static BrokenVariant Reading(string name, string promise, string prefix, string field, JsonNode? instead) => new(name, promise, services =>
    {
        var truth = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        Instead<IStore>(services, store => new BrokenStore(
            store,
            (_, one) => truth.TryGetValue(one.Key, out var was) && one is Change.Replace replace ? replace with { Body = With(replace.Body, field, found => JsonNode.DeepEquals(found, instead) ? was : found) } : one,
            (_, row) => !row.Key.StartsWith(prefix, StringComparison.Ordinal) ? row : row with { Body = With(row.Body, field, found => Told(row.Key, found)) }));

        JsonNode? Told(string key, JsonNode? found)
        {
            truth[key] = found;
            return instead;
        }
    });

    private static string With(string body, string field, Func<JsonNode?, JsonNode?> change)
    {
        var fields = JsonNode.Parse(body)!.AsObject();
        var value = change(fields[field]?.DeepClone())?.DeepClone();
        fields.Remove(field);
        if (value is not null)
        {
            fields[field] = value;
        }

        return fields.ToJsonString(StoredJson.Options);
    }

    private static Func<string, Change, Change?> Where(string prefix, Func<Change, Change?> change) => Where([prefix], change);

    private static Func<string, Change, Change?> Where(string[] prefixes, Func<Change, Change?> change) =>
        (_, one) => prefixes.Any(prefix => one.Key.StartsWith(prefix, StringComparison.Ordinal)) ? change(one) : one;

    private static Change Without(Change change, string field)
    {
        if (change.NewBody is null || JsonNode.Parse(change.NewBody) is not JsonObject body || body["value"] is not JsonObject value || !value.Remove(field))
        {
            return change;
        }

        var text = body.ToJsonString(StoredJson.Options);
        return change switch
        {
            Change.Insert insert => insert with { Body = text },
            Change.Replace replace => replace with { Body = text },
            _ => change,
        };
    }

    private static void Instead<T>(IServiceCollection services, Func<T, T> make)
        where T : class
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(T))?.ImplementationInstance is T inner)
        {
            services.AddSingleton(make(inner));
        }
    }

    private sealed class BrokenMail(IMailTransport inner) : IMailTransport
    {
        private int handed;

        public bool Forgets { get; init; }

        public bool NeverSaw { get; init; }

        public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) =>
            Forgets && ++handed % 7 == 0 ? [.. mails.Select(_ => Delivery.Taken)] : await inner.Send(mails, cancel);

        public Task<Delivery> Ask(string id, CancellationToken cancel) => NeverSaw ? Task.FromResult<Delivery>(new(DeliveryKind.NotSeen)) : inner.Ask(id, cancel);
    }

    private sealed class BrokenCalendar(ICalendar inner) : ICalendar
    {
        private int booked;

        public bool NeverMoves { get; init; }

        public bool NeverCancels { get; init; }

        public bool BooksAnew { get; init; }

        public Task<IReadOnlyList<PersonBusy>> BusyAsync(IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation) => inner.BusyAsync(people, window, cancellation);

        public Task<BookedEvent> BookAsync(SessionEvent session, CancellationToken cancellation) =>
            inner.BookAsync(BooksAnew ? session with { Name = $"{session.Name}.{++booked}" } : session, cancellation);

        public Task<bool> MoveAsync(EventReference booked, Interval time, CancellationToken cancellation) => NeverMoves ? Task.FromResult(true) : inner.MoveAsync(booked, time, cancellation);

        public Task<bool> InviteAsync(EventReference booked, IReadOnlyList<CalendarPerson> attendees, CancellationToken cancellation) => inner.InviteAsync(booked, attendees, cancellation);

        public Task CancelAsync(EventReference booked, string message, CancellationToken cancellation) => NeverCancels ? Task.CompletedTask : inner.CancelAsync(booked, message, cancellation);

        public Task<EventChange?> LookAsync(EventReference booked, CancellationToken cancellation) => inner.LookAsync(booked, cancellation);

        public Task<CalendarChanges> ChangesAsync(CalendarPerson? organizer, Interval window, string? since, CancellationToken cancellation) =>
            inner.ChangesAsync(organizer, window, since, cancellation);
    }
}
