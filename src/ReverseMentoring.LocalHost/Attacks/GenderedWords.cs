namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>Job titles that come in twos, in the languages of the programme.</summary>
internal static class GenderedWords
{
    private static readonly (string One, string Other)[] Twos =
    [
        ("Chairman", "Chairwoman"), ("Salesman", "Saleswoman"), ("Foreman", "Forewoman"), ("Leiter Einkauf", "Leiterin Einkauf"), ("Kaufmann", "Kauffrau"),
        ("Geschäftsführer", "Geschäftsführerin"), ("Directeur", "Directrice"), ("Vendeur", "Vendeuse"), ("Director de ventas", "Directora de ventas"), ("Ingeniero", "Ingeniera"),
        ("Diretor", "Diretora"), ("Engenheiro", "Engenheira"),
    ];

    private static readonly Dictionary<string, string> Others = Twos.SelectMany(two => new[] { (two.One, two.Other), (two.Other, two.One) }).ToDictionary(two => two.Item1, two => two.Item2);

    public static IReadOnlyList<string> All { get; } = [.. Twos.SelectMany(two => new[] { two.One, two.Other })];

    /// <summary>The same title for the other gender.</summary>
    public static string Turned(string title) => Others[title];
}
