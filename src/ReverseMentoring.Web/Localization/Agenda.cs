namespace ReverseMentoring.Web.Localization;

/// <summary>What to talk about: the first session is for getting to know each other; then it grows with what there is to look back on.</summary>
internal static class Agenda
{
    /// <summary>They stand with the mails, which bring them too.</summary>
    private static readonly Texts Texts = new("Mails.Texts");

    /// <summary>The same on a page.</summary>
    /// <param name="reader">Whose language and clock.</param>
    /// <param name="own">HR's own words in that language.</param>
    /// <param name="number">The session's, from 1.</param>
    /// <param name="sessions">How many there are.</param>
    public static IReadOnlyList<string> PointsFor(Localizer reader, IReadOnlyDictionary<string, string> own, int number, int sessions) =>
        PointsFor(new Localizer(Texts, reader.Culture, reader.Zone, own: own), number, sessions);

    /// <param name="localizer">The reader's.</param>
    /// <param name="number">The session's, from 1.</param>
    /// <param name="sessions">How many there are.</param>
    public static IReadOnlyList<string> PointsFor(Localizer localizer, int number, int sessions) => [.. Keys(number, sessions).Select(key => localizer.Say($"Agenda.{key}"))];

    private static IEnumerable<string> Keys(int number, int sessions)
    {
        if (number == 1)
        {
            return sessions == 1 ? ["Hello", "Expectations", "FirstTopic"] : ["Hello", "Expectations", "FirstTopic", "Next"];
        }

        var last = number >= sessions;
        var keys = new List<string> { "Tried", "Topic" };
        if (number >= 3)
        {
            keys.Add("Return");
        }

        if (number >= 4)
        {
            keys.Add("Others");
        }

        if (!last && number == (sessions / 2) + 1)
        {
            keys.Add("HalfTime");
        }

        keys.Add(last ? "Farewell" : "Next");
        return keys;
    }
}
