namespace ReverseMentoring.Core.Matching;

/// <summary>A mentor with a mentee, by id.</summary>
public readonly record struct PairIds(string Mentor, string Mentee);

/// <summary>In how many slots of the session plan both calendars are free.</summary>
public readonly record struct PairSlots(string Mentor, string Mentee, int Slots);
