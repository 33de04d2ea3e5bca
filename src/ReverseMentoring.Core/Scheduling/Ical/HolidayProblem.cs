namespace ReverseMentoring.Core.Scheduling.Ical;

/// <summary>What is wrong in a file, at which line (from 1), in words for whoever uploaded it.</summary>
public sealed record HolidayProblem(int Line, string Problem);
