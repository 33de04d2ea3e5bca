using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Fields;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Matches;

/// <summary>Other weights and rules, and the difference they would make before anything is saved.</summary>
/// <param name="Difference">Null until somebody has asked.</param>
public sealed record WhatIfSight(DeskAtCohort Desk, FormState State, WhatIfDifference? Difference, Snapshot<PersonLine> People);

internal sealed class WhatIfPage(IStore store, Reviews reviews, CohortDesk cohorts, Readings readings)
{
    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State is not { Phase: PhaseNames.Review, Status: CycleStatus.Running })
        {
            return Trouble.Page(desk, 409, "NotInReview");
        }

        var people = await desk.Rows.People();
        var before = desk.Cohort.Settings.Matching;
        if (!desk.Request.Query.ContainsKey("minimumScore"))
        {
            return Outcome.Of<WhatIfView>(new WhatIfSight(desk, PolicyForm.Of(before), null, people));
        }

        var (policy, errors) = PolicyForm.Read(desk, before, desk.Request.Query);
        var state = FormState.Of(desk.Request.Query, errors);
        if (errors.Count > 0)
        {
            return Outcome.Of<WhatIfView>(new WhatIfSight(desk, state, null, people), StatusCodes.Status422UnprocessableEntity);
        }

        var difference = desk.Cohort.HasCircles ? await OfCircles(desk, policy, people) : await OfPairs(desk, policy, people);
        return Outcome.Of<WhatIfView>(new WhatIfSight(desk, state, difference, people));
    }

    private async Task<WhatIfDifference> OfPairs(DeskAtCohort desk, MatchingPolicy policy, Snapshot<PersonLine> people)
    {
        var ready = await reviews.Of(desk);
        var after = await Task.Run(() => Matcher.Match(ready.Request with { Policy = policy }), desk.Cancel);
        return WhatIfDifference.OfPairs(desk, Comparison.Of(ready.Review.Result, after), people);
    }

    private async Task<WhatIfDifference> OfCircles(DeskAtCohort desk, MatchingPolicy policy, Snapshot<PersonLine> people)
    {
        var drafts = (await desk.Rows.Meetings()).Items.Where(circle => circle.Status is MeetingStatus.Draft).ToArray();
        var summary = (await store.Read<CircleSummary>(Rows.Partition(desk.Cohort.Id), CircleSummary.Key, desk.Cancel))!.Value;
        var request = await new MatchReading(store, desk.Cohort).Read(desk.Cancel);
        var after = await Task.Run(() => CircleMatcher.Match(request with { Policy = policy }), desk.Cancel);
        return WhatIfDifference.OfCircles(desk, drafts, summary, after, people);
    }

    /// <summary>Keeps the weights and rules, and has the pairs found anew by them.</summary>
    public async Task<Outcome> Save(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        if (!desk.Standing.Possible.Contains(CommandKind.Rerun))
        {
            return Trouble.Page(desk, 409, "NotInReview");
        }

        var (policy, errors) = PolicyForm.Read(desk, desk.Cohort.Settings.Matching, form);
        if (errors.Count > 0)
        {
            return Outcome.Of<WhatIfView>(
                new WhatIfSight(desk, FormState.Of(form, errors), null, await desk.Rows.People()), StatusCodes.Status422UnprocessableEntity);
        }

        var partition = Rows.Partition(desk.Cohort.Id);
        var stored = (await store.Read<Cohort>(partition, Rows.Cohort, desk.Cancel))!;
        await store.Write(partition, [stored.Replace(stored.Value with { Settings = stored.Value.Settings with { Matching = policy } })], desk.Cancel);
        await cohorts.Give(desk.Standing, CommandKind.Rerun, cancel: desk.Cancel);
        readings.Forget(desk.Cohort.Id);
        return new Outcome.See($"{desk.Address(Places.Pairs)}?done=Policy");
    }
}
