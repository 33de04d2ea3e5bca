using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Applying;

/// <summary>
/// What a cohort's step does about those who come by themselves: admits who has their turn where that goes by itself, tells the others
/// when it is over, and forgets who never confirmed or was not admitted.
/// </summary>
public sealed class OpenCallKeeper
{
    /// <summary>So long the page still says what became of it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <returns>When to look again; null: there is nothing to look after.</returns>
    public async Task<DateTimeOffset?> Keep(StepContext context, CancellationToken cancel)
    {
        var rows = await context.Store.Query<Applicant>(context.Partition, KeyRange.Prefix(Rows.Applicant), cancel).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return null;
        }

        var waiting = rows.Where(row => row.Value.State is ApplicantState.Waiting).OrderBy(row => row.Value.At).ThenBy(row => row.Value.Id).ToList();
        if (context.Cohort.Settings.OpenCall is { Admission: Admission.FirstCome } call && OpenCalls.Admits(context.Cohort, context.State))
        {
            await AdmitInTurn(context, call, waiting, cancel);
        }

        if (!OpenCalls.Admits(context.Cohort, context.State) || (context.Cohort.Settings.OpenCall?.Admission is Admission.FirstCome && !OpenCalls.IsOpen(context.Cohort, context.State, context.Now)))
        {
            foreach (var row in waiting)
            {
                await context.Store.Write(context.Partition, [.. ApplicationService.Refused(row, context.Now)], cancel);
            }
        }

        foreach (var row in rows.Where(row => Ends(row.Value) <= context.Now))
        {
            await ApplicationService.Forget(context.Store, context.Cohort.Id, row.Value.Id, cancel);
        }

        return rows.Select(row => Ends(row.Value)).Append(OpenCalls.EndOf(context.Cohort, context.State)).Where(moment => moment > context.Now).Min();
    }

    private static async Task AdmitInTurn(StepContext context, OpenCall call, List<Stored<Applicant>> waiting, CancellationToken cancel)
    {
        var people = await context.People(cancel).ToListAsync(cancel);
        foreach (var role in new[] { Role.Mentor, Role.Mentee })
        {
            var room = OpenCalls.RoomFor(call, role, people) ?? int.MaxValue;
            foreach (var row in waiting.Where(row => row.Value.Person.Role == role).Take(room).ToArray())
            {
                await context.Store.Write(context.Partition, [.. ApplicationService.Admitted(row, context.Now)], cancel);
                waiting.Remove(row);
            }
        }
    }

    private static DateTimeOffset? Ends(Applicant applicant) => applicant.State switch
    {
        ApplicantState.Unconfirmed => applicant.At + ApplicationService.Confirmable,
        ApplicantState.Refused => applicant.At + Kept,
        _ => null,
    };
}
