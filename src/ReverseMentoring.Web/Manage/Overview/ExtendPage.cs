using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>More days for the phase of now: how many is asked, and what these would do is said before they are given.</summary>
/// <param name="Now">As things stand.</param>
/// <param name="Then">With these days; null: how many isn't said, or is none that can be given.</param>
[Tells(Told.Aggregate)]
public sealed record ExtendViewModel(CohortContext Context, FormState State, int Days, Schedule Now, Schedule? Then);

internal sealed class ExtendPage(CohortGlances glances)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ExtendPage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.Extend}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ExtendPage page) => pageHandler.Open(context, cohort, page.Show)));

    /// <summary>The most that is given at once.</summary>
    internal const int Most = 60;

    private const string Field = "days";

    /// <summary>Proposed to whoever has said nothing yet.</summary>
    private const int Proposed = 3;

    public async Task<FormResult> Show(CohortContext context)
    {
        if (!new CohortCommand(CommandKind.Extend, context.Now).IsFor(context.State))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var said = context.Request.Query[Field].ToString() is { Length: > 0 } text ? text : $"{Proposed}";
        var days = DaysOf(said);
        var state = FormState.FromValues(
            [KeyValuePair.Create(Field, new StringValues(said))], days is null ? [new(Field, context.Say("Extend.Wrong", ("most", context.Number(Most))))] : []);
        return FormResult.ForPage<ExtendView>(
            new ExtendViewModel(
                context, state, days ?? 0, await glances.Extended(context.Standing, 0, context.Cancel), days is { } more ? await glances.Extended(context.Standing, more, context.Cancel) : null),
            days is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <returns>Null: it is no number of days that can be given.</returns>
    internal static int? DaysOf(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most ? days : null;
}
