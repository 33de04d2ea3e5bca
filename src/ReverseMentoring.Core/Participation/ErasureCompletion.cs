using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Participation;

/// <summary>What is left to do of somebody's erasure behind the request that asked for it, as part of the cohort's step: their id goes too.</summary>
public sealed class ErasureCompletion(ParticipationService participation)
{
    /// <summary>Longer than a request takes for the rest: where it was stopped on the way, the step does it.</summary>
    private static readonly TimeSpan Request = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any step or request takes to its last write that has read the id before it went.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>When to come again; null: nothing is left.</returns>
    public async Task<DateTimeOffset?> Settle(StepContext context, CancellationToken cancel)
    {
        var again = new List<DateTimeOffset?>();
        foreach (var row in await context.Store.Query<ForgottenId>(context.Partition, KeyRange.Prefix(Rows.ForgottenId), cancel).ToListAsync(cancel))
        {
            again.Add(await Settle(context, row.Value, cancel));
        }

        return again.Min();
    }

    private async Task<DateTimeOffset?> Settle(StepContext context, ForgottenId forgotten, CancellationToken cancel)
    {
        if (await participation.Find(context.Cohort.Id, forgotten.Person, cancel) is { Email.Length: > 0 })
        {
            if (context.Now < forgotten.At + Request)
            {
                return forgotten.At + Request;
            }

            await participation.Erase(context.Cohort.Id, forgotten.Person, cancel);
        }

        // Who meets whom may have been found, while they were erased, from what they had said.
        await new MeetingErasure(context.Store, context.Cohort.Id).Forget(forgotten.Person, cancel);
        var replacement = new IdReplacement(context, forgotten);
        await new BookingRepository(context.Store).Forget(forgotten.Person, context.Cohort.Id, cancel);
        var replaced = await replacement.Run(cancel);
        var again = context.Now < forgotten.At + Longest ? forgotten.At + Longest
            : await replacement.IsInCalendars(cancel) ? context.Now + Longest : (DateTimeOffset?)null;
        if (again is null)
        {
            await context.Store.Remove(context.Partition, Rows.ForgottenId + forgotten.Person, cancel);
        }

        if (replaced || again is null)
        {
            await context.Store.ForgetWhatIsDeleted(cancel);
        }

        return again;
    }
}
