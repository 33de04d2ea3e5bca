using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>What works council, data protection officer and counsel want to know of a cohort, as it runs.</summary>
/// <param name="Context">The cohort, and whoever reads.</param>
/// <param name="Rows">All that is stored.</param>
/// <param name="Questions">All that people are asked.</param>
/// <param name="Settings">All that was decided for the cohort.</param>
[Tells(Told.Aggregate)]
public sealed record DossierModel(
    CohortContext Context, IReadOnlyList<KeptRow> Rows, IReadOnlyList<FormWords> Questions, IReadOnlyList<SettingLine> Settings)
{
    private readonly Localizer localizer = new(DossierTexts.All, Context.Culture, Context.Zone, Context.Variant);

    public CohortSettings Of => Context.Cohort.Settings;

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => localizer.Say(key, values);

    /// <summary>The same with all that a sentence about the cohort may name.</summary>
    public string Tell(string key) => Say(
        key, ("cohort", Of.Name), ("company", Of.Notice.Responsible ?? Of.Branding.Company ?? Say("Company")), ("manager", Of.Contacts.Manager.Name),
        ("ear", Of.Contacts.Trusted.Name), ("least", Number(Context.Cohort.MinimumGroup)), ("days", Number(Of.RetentionDays)), ("review", Number(Of.Phases.Review)));

    public string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class DossierPage(IEnumerable<IForm> forms, OwnWords words, IStore store)
{
    private static readonly IReadOnlyList<KeptRow> Rows = KeptCatalogue.Read(typeof(Cohort).Assembly, typeof(DossierPage).Assembly);

    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<DossierPage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.Dossier}", (HttpContext context, CohortId cohort, PageHandler pageHandler, DossierPage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.Dossier);

    public async Task<FormResult> Show(CohortContext context) => FormResult.ForPage<DossierView>(new DossierModel(
        context, Rows,
        FormWords.Of(
            context, forms, await store.ReadQuestionnaire(context.Cohort, context.Cancel),
            await words.Read(context.Cohort.Id, context.Culture.TwoLetterISOLanguageName, context.Cancel)),
        SettingLine.Of(context)));
}
