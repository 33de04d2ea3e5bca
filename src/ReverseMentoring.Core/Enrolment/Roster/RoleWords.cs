using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>What lists call the roles, in the languages of the pages.</summary>
internal static class RoleWords
{
    private static readonly HashSet<string> Mentors = new(["mentor", "mentorin", "mentora", "mentorin oder mentor", "mentor oder mentorin", "mentor o mentora", "mentor ou mentora"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Mentees =
        new(["mentee", "aprendiz", "personne mentorée", "mentoré", "mentorée", "mentorando", "mentoranda", "mentorado", "mentorada", "mentorando ou mentoranda"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Both = new(["both", "both roles", "beide", "beides", "ambos", "ambas", "les deux", "os dois"], StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Between = ['/', ',', ';', '+', '&', '|'];

    /// <returns>Null for a word that is no role, or several.</returns>
    public static Role? Find(string? word) =>
        string.IsNullOrWhiteSpace(word) || word.Equals("none", StringComparison.OrdinalIgnoreCase) ? Role.None
        : Mentors.Contains(word) ? Role.Mentor
        : Mentees.Contains(word) ? Role.Mentee
        : null;

    /// <summary>Whether somebody was meant to have both: "both", "mentor/mentee".</summary>
    public static bool AreBoth(string word) =>
        Both.Contains(word) || word.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Find).ToHashSet().IsSupersetOf([Role.Mentor, Role.Mentee]);
}
