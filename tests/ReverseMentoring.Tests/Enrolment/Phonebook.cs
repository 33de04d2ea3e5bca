using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Tests.Enrolment;

/// <summary>A directory that knows a few people, each under one address.</summary>
internal sealed class Phonebook(params DirectoryFacts[] facts) : IDirectory
{
    public DirectoryFacts[] Facts { get; } = facts;

    public bool IsDown { get; set; }

    public Task<IReadOnlyList<DirectoryFacts>> LookUpAsync(IReadOnlyList<string> addresses, CancellationToken cancellation) => IsDown
        ? throw new CalendarException(CalendarException.Unreachable)
        : Task.FromResult<IReadOnlyList<DirectoryFacts>>([.. addresses.Select(address => Facts.FirstOrDefault(fact => fact.Address == address) ?? new(address, Found: false))]);
}
