using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>Other weights and rules, and the difference they would make before anything is saved.</summary>
/// <param name="Difference">Null until somebody has asked.</param>
/// <param name="HidesFigures">There are too few pairs for the difference to be said; it can be saved all the same.</param>
[Tells(Told.Review)]
public sealed record WhatIfViewModel(CohortContext Context, FormState State, WhatIfDifference? Difference, Snapshot<PersonLine> People, bool HidesFigures = false);

internal sealed class WhatIfPage(IStore store, ReviewCache reviewCache, CohortService cohorts, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<WhatIfPage>(
        Told.Review,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.WhatIf}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WhatIfPage page) =>
                pageHandler.Open(context, cohort, page.Show)).IsAudited();
            routes.MapPost($"/{ManagerRoutes.WhatIf}", (HttpContext context, CohortId cohort, PageHandler pageHandler, WhatIfPage page) =>
                pageHandler.Open(context, cohort, page.Save));
        });

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State is not { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            return ErrorPages.Page(context, 409, "NotInReview");
        }

        var people = await context.Rows.People();
        var before = context.Cohort.Settings.Matching;
        if (!context.Request.Query.ContainsKey("minimumScore"))
        {
            return FormResult.ForPage<WhatIfView>(new WhatIfViewModel(context, PolicyForm.ToState(before), null, people));
        }

        var (policy, errors) = PolicyForm.ReadPolicy(context, before, context.Request.Query);
        var state = FormState.FromValues(context.Request.Query, errors);
        if (errors.Count > 0)
        {
            return FormResult.ForPage<WhatIfView>(new WhatIfViewModel(context, state, null, people), StatusCodes.Status422UnprocessableEntity);
        }

        if (await store.HidesFigures(context))
        {
            return FormResult.ForPage<WhatIfView>(new WhatIfViewModel(context, state, null, people, true));
        }

        var difference = context.Cohort.HasCircles ? await OfCircles(context, policy, people) : await OfPairs(context, policy, people);
        return FormResult.ForPage<WhatIfView>(new WhatIfViewModel(context, state, difference, people));
    }

    private async Task<WhatIfDifference> OfPairs(CohortContext context, MatchingPolicy policy, Snapshot<PersonLine> people)
    {
        var ready = await reviewCache.ReviewOf(context);
        return WhatIfDifference.OfPairs(context, await Task.Run(() => ready.CompareWith(policy), context.Cancel), people);
    }

    private async Task<WhatIfDifference> OfCircles(CohortContext context, MatchingPolicy policy, Snapshot<PersonLine> people)
    {
        var request = MatchingReview.Among(await new MatchingRequestReader(store, context.Cohort).ReadRequest(context.Cancel), await context.ReadFound());
        var (before, after) = await Task.Run(() => (CircleMatcher.Match(request), CircleMatcher.Match(request with { Policy = policy })), context.Cancel);
        return WhatIfDifference.OfCircles(context, before, after, people);
    }

    /// <summary>Has the pairs found anew by these weights and rules, which the cohort then keeps.</summary>
    public async Task<FormResult> Save(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!new CohortCommand(CommandKind.Rerun, context.Now, Stage: CommandPost.StageOf(form)).IsFor(context.State))
        {
            return ErrorPages.Page(context, 409, "NotInReview");
        }

        var (policy, errors) = PolicyForm.ReadPolicy(context, context.Cohort.Settings.Matching, form);
        if (errors.Count > 0)
        {
            return FormResult.ForPage<WhatIfView>(
                new WhatIfViewModel(context, FormState.FromValues(form, errors), null, await context.Rows.People()), StatusCodes.Status422UnprocessableEntity);
        }

        await cohorts.GiveCommand(context.Standing, CommandKind.Rerun, policy: policy, cancel: context.Cancel);
        cohortQueries.Forget(context.Cohort.Id);
        return new FormResult.SeeOther($"{context.Address(ManagerRoutes.Pairs)}?done=Policy");
    }
}
