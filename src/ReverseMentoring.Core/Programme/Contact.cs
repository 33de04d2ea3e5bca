namespace ReverseMentoring.Core.Programme;

/// <summary>Somebody whom people can turn to.</summary>
/// <param name="Language">In which mails to them are written; null: the cohort's.</param>
/// <param name="Phone">As people would dial it; null: none is given.</param>
public sealed record Contact(string Name, string Email, string? Language = null, string? Phone = null);
