using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>Texts to choose from, and one family of them as it is said now.</summary>
/// <param name="Cohort">Null: the words are the company's, for all cohorts that have none of their own.</param>
/// <param name="Language">In which they are.</param>
/// <param name="Own">Keys that are in words of the cohort's own, or of the company where it is the company's page.</param>
[Tells(Told.Aggregate)]
public sealed record WordsViewModel(
    ManagerContext Context, CohortContext? Cohort, CultureInfo Language, string? Family, IReadOnlyList<(string Key, string Label, bool IsLong)> Parts, FormState State,
    IReadOnlyCollection<string> Own, IReadOnlyList<Choice> Families, string Known)
{
    /// <summary>As somebody would read it; null: nobody has asked.</summary>
    public IReadOnlyList<string>? Preview { get; init; }

    /// <summary>Of a cohort: keys that are in the company's words.</summary>
    public IReadOnlyCollection<string> OfCompany { get; init; } = [];

    /// <summary>Of a cohort: keys that the company says otherwise than we do, whether or not the cohort says them in its own words.</summary>
    public IReadOnlyCollection<string> OfCompanyBelow { get; init; } = [];

    /// <summary>By what the list of texts is narrowed.</summary>
    public string Find { get; init; } = "";

    /// <summary>What has to be known of these texts, as a key; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Characters, by the text's key.</summary>
    public required Func<string, int> Longest { get; init; }

    public string Address => Cohort is { } cohort ? cohort.Address(ManagerRoutes.Words) : ManagerRoutes.CompanyWords;
}

/// <summary>Mails, session guides, ground rules and topics to start from in HR's own words: chosen, edited, looked at as somebody would read them, and given back.</summary>
internal sealed class WordsPage(OwnWords words, IStore store)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<WordsPage>(
        Told.Command,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Words}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WordsPage page) => pageHandler.Open(context, cohort, found => page.Show(found, found)));
            routes.MapPost($"/{ManagerRoutes.Words}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WordsPage page) => pageHandler.Open(context, cohort, found => page.HandlePost(found, found)));
        },
        menu: ManagerRoutes.Words);

    public async Task<FormResult> Show(ManagerContext context, CohortContext? cohort)
    {
        var (family, language) = (TextFamily.Find(cohort?.Cohort, context.Request.Query["text"]), LanguageOf(context, context.Request.Query["in"]));
        var said = await Said(context, cohort, Shelf(family, language));
        return FormResult.ForPage<WordsView>(View(context, cohort, family, language, FormState.FromValues(Values(family, language, said.All)), said));
    }

    public async Task<FormResult> HandlePost(ManagerContext context, CohortContext? cohort)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var language = LanguageOf(context, form["in"]);
        if (TextFamily.Find(cohort?.Cohort, form["text"]) is not { } family)
        {
            return ErrorPages.NotFound(context);
        }

        var shelf = Shelf(family, language);
        var said = await Said(context, cohort, shelf);
        if (form["act"] == "back")
        {
            await words.Set(cohort?.Cohort.Id, shelf, family.Keys.ToDictionary(key => key, _ => (string?)null), context.Cancel);
            return Done(context, cohort, family, language, family.Keys.Any(said.OfCompany.ContainsKey) ? "WordsBackCompany" : "WordsBack");
        }

        var sent = family.Keys.ToDictionary(key => key, key => form[key].ToString().ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal);
        var state = FormState.FromValues(sent.Select(one => KeyValuePair.Create(one.Key, new StringValues(one.Value))), [.. WordsCheck.Check(context, family, language, sent)]);
        if (state.Errors.Count > 0 || form["act"] != "keep")
        {
            var view = View(context, cohort, family, language, state, said);
            return FormResult.ForPage<WordsView>(
                state.Errors.Count > 0 ? view : view with { Preview = await Preview(context, cohort, sent, language) },
                state.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        // What says what is said without it is not kept: when ours gets better, it does too.
        await words.Set(
            cohort?.Cohort.Id, shelf,
            sent.ToDictionary(one => one.Key, one => one.Value.Length == 0 || one.Value == said.OfCompany.GetValueOrDefault(one.Key, family.Ours(language, one.Key)) ? null : one.Value), context.Cancel);
        return Done(context, cohort, family, language, "WordsKept");
    }

    private static FormResult.SeeOther Done(ManagerContext context, CohortContext? cohort, TextFamily family, CultureInfo language, string done) =>
        new($"{(cohort is null ? ManagerRoutes.CompanyWords : cohort.Address(ManagerRoutes.Words))}?text={family.Key}&in={language.TwoLetterISOLanguageName}&done={done}");

    private static WordsViewModel View(
        ManagerContext context, CohortContext? cohort, TextFamily? family, CultureInfo language, FormState state, SaidWords said) => new(
        context, cohort, language, family?.Key,
        family is null ? [] : [.. family.Parts.Select(part => ($"{family.Key}.{part}", family.LabelIn(context, language, part), part == "Text"))],
        state, [.. said.Own.Keys], Choices(context, cohort, family, said),
        family is null ? "" : string.Join(", ", WordsCheck.Allowed(family, language, family.Keys.First()).Order(StringComparer.Ordinal).Select(hole => "{" + hole + "}")))
    {
        OfCompany = [.. said.OfCompany.Keys.Where(key => !said.Own.ContainsKey(key))],
        OfCompanyBelow = [.. said.OfCompany.Keys],
        Find = Wanted(context),
        Note = family is { IsMail: true } ? "Words.Below" : family is { IsRules: true } ? "Words.RulesNote" : null,
        Longest = family is null ? _ => 0 : family.Longest,
    };

    /// <summary>All texts, or those whose name holds what is looked for, group by group; the one that is open always.</summary>
    private static IReadOnlyList<Choice> Choices(ManagerContext context, CohortContext? cohort, TextFamily? open, SaidWords said)
    {
        var looked = PersonLine.Plain(Wanted(context));
        return
        [
            .. TextFamily.For(cohort?.Cohort)
                .Select(one => (Family: one, Choice: new Choice(one.Key, one.NameIn(context, cohort?.Cohort) + (one.Keys.Any(said.Own.ContainsKey) ? " *" : ""), Group: one.GroupIn(context, cohort?.Cohort))))
                .Where(one => one.Family.Key == open?.Key || looked.Length == 0 || PersonLine.Plain($"{one.Choice.Label} {one.Choice.Group}").Contains(looked, StringComparison.Ordinal))
                .OrderBy(one => cohort is null && one.Family.IsOfCircles).ThenBy(one => one.Family.Group).Select(one => one.Choice),
        ];
    }

    private static string Wanted(ManagerContext context) => context.Request.Query["find"].ToString().Trim();

    private async Task<SaidWords> Said(ManagerContext context, CohortContext? cohort, string shelf) => new(
        await words.Of(cohort?.Cohort.Id, shelf, context.Cancel), cohort is null ? new Dictionary<string, string>() : await words.Of(null, shelf, context.Cancel));

    /// <summary>What is said otherwise than by us.</summary>
    /// <param name="Own">By the cohort, or by the company on its own page.</param>
    /// <param name="OfCompany">On a cohort's page.</param>
    private sealed record SaidWords(IReadOnlyDictionary<string, string> Own, IReadOnlyDictionary<string, string> OfCompany)
    {
        public IReadOnlyDictionary<string, string> All { get; } = OfCompany.Concat(Own).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Values(TextFamily? family, CultureInfo language, IReadOnlyDictionary<string, string> own) =>
        family is null ? [] : family.Keys.Select(key => KeyValuePair.Create(key, new StringValues(own.GetValueOrDefault(key) ?? family.Ours(language, key))));

    private const string ButtonOf = ".Button";

    /// <summary>A deadline, as an example, lies so many days ahead.</summary>
    private const int ExampleDays = 7;

    /// <summary>With the name of somebody who takes part; what is different in each mail stands in angle brackets.</summary>
    private async Task<IReadOnlyList<string>> Preview(ManagerContext context, CohortContext? cohort, Dictionary<string, string> sent, CultureInfo language)
    {
        var person = cohort is null ? null : (await store.Query<Person>(Rows.Partition(cohort.Cohort.Id), KeyRange.Prefix(Rows.Person), context.Cancel)
            .FirstOrDefaultAsync(row => row.Value.IsActive, context.Cancel))?.Value;
        var name = person?.Name ?? "Kim Lee";
        var (contacts, day) = (cohort?.Cohort.Settings.Contacts, Dates.Day((cohort?.Zone ?? Core.Time.Zone.Utc).Local(context.Now.AddDays(ExampleDays)).DateTime, language));
        var known = new Dictionary<string, string>
        {
            ["name"] = name, ["first"] = name.Split(' ')[0], ["cohort"] = cohort?.Cohort.Settings.Name ?? context.Say("Words.AnyCohort"),
            ["manager"] = contacts?.Manager.Name ?? context.Say("Words.AnyManager"),
        };
        foreach (var (hole, value) in new[] { ("trusted", contacts?.Trusted.Name), ("trustedAddress", contacts?.Trusted.Email), ("deadline", day), ("until", day), ("day", day) })
        {
            known[hole] = value ?? $"‹{hole}›";
        }

        var button = sent.FirstOrDefault(one => one.Key.EndsWith(ButtonOf, StringComparison.Ordinal)).Value is { Length: > 0 } says ? WordsPreview.Fill(says, language, known) : null;
        return
        [
            .. sent.Where(one => one.Value.Length > 0 && !one.Key.EndsWith(".Preview", StringComparison.Ordinal) && !one.Key.EndsWith(ButtonOf, StringComparison.Ordinal))
                .Select(one => WordsPreview.Place(WordsPreview.Fill(one.Value, language, known), button)),
        ];
    }

    /// <summary>Titles of topics stand apart: lists of topics read these alone.</summary>
    private static string Shelf(TextFamily? family, CultureInfo language) =>
        family is { IsTopics: true } ? OwnWords.TopicsIn(language.TwoLetterISOLanguageName) : language.TwoLetterISOLanguageName;

    private static CultureInfo LanguageOf(ManagerContext context, string? tag) => ReaderLanguage.Find(tag) ?? CultureInfo.GetCultureInfo(context.Culture.TwoLetterISOLanguageName);
}

/// <summary>The same of the whole company.</summary>
internal sealed class CompanyWordsPage(WordsPage words)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfAll<CompanyWordsPage>(
        Told.Aggregate,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Words}", (HttpContext context, PageHandler pageHandler, CompanyWordsPage page) => pageHandler.Open(context, page.Show));
            routes.MapPost($"/{ManagerRoutes.Words}", (HttpContext context, PageHandler pageHandler, CompanyWordsPage page) => pageHandler.Open(context, page.HandlePost));
        },
        menu: ManagerRoutes.Words,
        role: ManagerRole.Administrator);

    public Task<FormResult> Show(ManagerContext context) => words.Show(context, null);

    public Task<FormResult> HandlePost(ManagerContext context) => words.HandlePost(context, null);
}
