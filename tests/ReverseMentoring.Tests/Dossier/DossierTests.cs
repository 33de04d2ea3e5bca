using System.Globalization;
using System.Reflection;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Architecture;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>Nothing that is stored, asked, weighed or set is missing in the dossier; whoever adds something reads here where its words go.</summary>
public sealed class DossierTests
{
    private const string Where = "src/ReverseMentoring.Web/Manage/Dossier/Texts.resx and Texts.de.resx";

    private static readonly Texts Words = new("Manage.Dossier.Texts");

    private static readonly Assembly[] Kept = [typeof(Cohort).Assembly, typeof(ManageServices).Assembly];

    private static readonly IReadOnlyList<KeptRow> Rows = KeptCatalogue.Read(Kept);

    /// <summary>In the names of fields; what a field is about stands in its name, as everywhere in this code.</summary>
    private static readonly string[] Protected =
        ["gender", "sex", "age", "birth", "born", "race", "ethnic", "origin", "nationality", "colourofskin", "religion", "disab", "health", "union", "marital", "family", "pregnan", "orientation", "salary", "pay", "rating", "performance"];

    [Fact]
    public void Every_type_that_is_stored_says_what_it_is_kept_for() => Findings.AreNone(
        new[] { "ReverseMentoring.Core", "ReverseMentoring.Web" }.SelectMany(StoredTypes.In)
            .Select(name => $"{name} is stored and has no [Kept(…)]: say beside it what it is kept for, who reads it and until when."));

    [Fact]
    public void Every_key_of_rows_is_declared()
    {
        var keys = typeof(Rows).GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Findings.AreNone(keys.Where(key => !Rows.Any(row => row.Key.StartsWith(key, StringComparison.Ordinal)))
            .Select(key => $"No type that is stored names the key '{key}' in its [Kept(…)], and the constant in Rows has none."));
    }

    [Fact]
    public void Every_row_and_every_field_has_its_words_in_both_languages() => Findings.AreNone(
        from language in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("de") }
        let words = Words.OfLanguage(language)
        from key in Rows.Select(row => $"Row.{row.Name}").Concat(Rows.SelectMany(row => row.Fields)
            .Where(field => !words.ContainsKey($"Field.{field.Name}")).Select(field => $"Field.{field.Type}.{field.Name}"))
        where !words.ContainsKey(key)
        select $"'{key}' is missing in {Where}.");

    [Fact]
    public void German_says_all_that_English_says_with_the_same_holes()
    {
        var (english, german) = (Words.OfLanguage(CultureInfo.InvariantCulture), Words.OfLanguage(CultureInfo.GetCultureInfo("de")));

        Findings.AreNone(english.Keys.Except(german.Keys).Concat(german.Keys.Except(english.Keys)));
        Findings.AreNone(english.Where(text => !Template.Parse(text.Value).Holes.ToHashSet().SetEquals(Template.Parse(german[text.Key]).Holes)).Select(text => text.Key));
    }

    [Fact]
    public void Words_of_what_is_no_longer_stored_are_gone()
    {
        var used = Rows.Select(row => $"Row.{row.Name}").Concat(Rows.SelectMany(row => row.Fields).SelectMany(field => new[] { $"Field.{field.Name}", $"Field.{field.Type}.{field.Name}" })).ToHashSet();

        Findings.AreNone(Words.OfLanguage(CultureInfo.InvariantCulture).Keys
            .Where(key => (key.StartsWith("Row.", StringComparison.Ordinal) || key.StartsWith("Field.", StringComparison.Ordinal)) && !used.Contains(key))
            .Select(key => $"'{key}' in {Where} is of nothing that is stored."));
    }

    [Fact]
    public void Matching_knows_neither_names_nor_addresses() => Assert.Equal(
        ["Capacity", "Department", "FreeTime", "Id", "Languages", "Level", "Location", "ManagerId", "Offers", "Role", "TimeZone", "Wishes", "WorkingHours"],
        typeof(MatchPerson).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void No_field_is_about_what_nobody_may_be_judged_by()
    {
        Assert.True(Rows.Sum(row => row.Fields.Count) > 150);
        Findings.AreNone(
            from field in Rows.SelectMany(row => row.Fields)
            from words in field.Path.Split('.').Select(WordsOf)
            from word in words
            where Protected.Any(word.StartsWith)
            select $"{field.Path} of {field.Type}");
    }

    /// <summary>"jobTitle[]": job, title.</summary>
    private static IEnumerable<string> WordsOf(string name) =>
        System.Text.RegularExpressions.Regex.Matches(name, "[A-Z]?[a-z]+").Select(word => word.Value.ToLowerInvariant());
}
