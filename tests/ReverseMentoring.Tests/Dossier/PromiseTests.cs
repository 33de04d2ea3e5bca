using System.Globalization;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Architecture;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Dossier.Promising;

namespace ReverseMentoring.Tests.Dossier;

/// <summary>What texts promise stands in one list with what holds it, whichever language says it.</summary>
public sealed class PromiseTests
{
    private static readonly string[] Files = ["Forms", "Mails", "Manage"];

    [Fact]
    public void Whatever_sounds_like_a_promise_is_held_or_said_to_be_none() => Findings.AreNone(
        from text in Everything()
        where PromiseWords.In(text.Value, text.Language).Count > 0
        let name = $"{text.File}:{text.Key}"
        where Promises.All.All(promise => promise.Name != name) && !NoPromises.All.Contains(name)
        select $"{name} sounds like a promise ('{PromiseWords.In(text.Value, text.Language)[0]}', {text.Language.TwoLetterISOLanguageName}): put it into "
            + "Web/Manage/Dossier/Promising/Promises.cs beside the test that holds it, or into NoPromises.cs.");

    [Fact]
    public void Each_text_on_the_lists_is_there_once()
    {
        var known = Everything().Select(text => $"{text.File}:{text.Key}").ToHashSet();
        string[] listed = [.. Promises.All.Select(promise => promise.Name), .. NoPromises.All];

        Findings.AreNone(listed.Except(known).Select(name => $"{name} is no text any more: take it out of Promises.cs or NoPromises.cs."));
        Assert.Equal(listed.Distinct(), listed);
    }

    [Fact]
    public void Each_test_that_holds_a_promise_is_there() => Findings.AreNone(
        from promise in Promises.All
        from test in promise.Tests.DefaultIfEmpty("nothing")
        where !Proofs.IsTest(test)
        select $"{promise.Name} is held by {test}, and there is no such test: name another in Web/Manage/Dossier/Promising/Promises.cs, or change the text.");

    [Theory]
    [InlineData("en", "We keep it. Nobody sees it.", "Nobody sees it.")]
    [InlineData("de", "Wir behalten es. Niemand sieht es.", "Niemand sieht es.")]
    [InlineData("es", "Lo guardamos. Nadie lo ve.", "Nadie lo ve.")]
    [InlineData("fr", "Nous le gardons. Personne ne le voit.", "Personne ne le voit.")]
    [InlineData("fr", "Cette personne ne participe plus. Personne n’apprend pourquoi.", "Personne n’apprend pourquoi.")]
    [InlineData("pt", "Guardamos isso. Ninguém o vê.", "Ninguém o vê.")]
    public void Of_a_text_only_what_promises_is_taken(string language, string text, string promise) =>
        Assert.Equal([promise], PromiseWords.In(text, CultureInfo.GetCultureInfo(language)));

    [Fact]
    public void A_topic_does_not_know_who_proposed_it() => Assert.Equal(["Id", "Title", "Titles"], typeof(Topic).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<(string File, CultureInfo Language, string Key, string Value)> Everything() =>
        from file in Files
        from language in ReaderLanguage.Written.Select(code => code == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(code))
        from text in OfLanguage(file, language)
        select (file, language.Equals(CultureInfo.InvariantCulture) ? CultureInfo.GetCultureInfo("en") : language, text.Key, text.Value);

    /// <summary>Managers' pages have two languages.</summary>
    private static IReadOnlyDictionary<string, string> OfLanguage(string file, CultureInfo language) => new Texts($"{file}.Texts").OfLanguage(language);
}
