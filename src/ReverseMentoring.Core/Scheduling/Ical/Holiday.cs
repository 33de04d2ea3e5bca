using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Scheduling.Ical;

/// <param name="Days">First and last day, both free.</param>
/// <param name="Name">As the file has it.</param>
public sealed record Holiday(DateRange Days, string Name);
