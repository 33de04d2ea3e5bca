using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>A directory that knows a few people, each under one address.</summary>
internal sealed class Phonebook(params DirectoryFacts[] facts) : IDirectory
{
    private readonly HashSet<string> forgotten = new(StringComparer.Ordinal);

    public DirectoryFacts[] Facts { get; } = facts;

    public bool IsDown { get; set; }

    public void Forget(string address) => forgotten.Add(address);

    public void Remember(string address) => forgotten.Remove(address);

    public Task<IReadOnlyList<DirectoryFacts>> LookUpAsync(IReadOnlyList<string> addresses, CancellationToken cancellation) => IsDown
        ? throw new CalendarException(CalendarException.Unreachable)
        : Task.FromResult<IReadOnlyList<DirectoryFacts>>([.. addresses.Select(Find)]);

    private DirectoryFacts Find(string address) => Facts.FirstOrDefault(fact => fact.Address == address && !forgotten.Contains(address)) ?? new(address, Found: false);
}
