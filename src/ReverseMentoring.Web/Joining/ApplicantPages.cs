using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Joining;

/// <summary>Where somebody who came says that it was they, sees where they stand, or thinks again.</summary>
internal sealed class ApplicantPages(IStore store, ApplicationService applications)
{
    public const string Yes = "yes";

    public const string No = "no";

    public async Task<FormResult> Show(JoinContext context, PersonId person) => FormResult.ForPage<ApplicantPage>(await View(context, person, FormState.Empty));

    public async Task<FormResult> Answer(JoinContext context, PersonId person, Fields fields, CancellationToken cancel)
    {
        var choice = fields.Choice("join", "Join.ChoiceEmpty", Yes, No);
        if (choice is null)
        {
            return FormResult.ForPage<ApplicantPage>(await View(context, person, fields.State), StatusCodes.Status422UnprocessableEntity);
        }

        if (choice == No)
        {
            if (await applications.Find(context.Cohort.Id, person, cancel) is not null)
            {
                await applications.Withdraw(context.Cohort.Id, person, cancel);
            }
        }
        else if (context.IsOpen)
        {
            await applications.Confirm(new(context.Cohort, context.State), person, cancel);
        }

        return new FormResult.SeeOther(context.Address);
    }

    private async Task<ApplicantView> View(JoinContext context, PersonId person, FormState state)
    {
        var applicant = (await applications.Find(context.Cohort.Id, person))?.Value;
        var waiting = applicant is { State: ApplicantState.Waiting } ? (await applications.Waiting(context.Cohort.Id)).Where(other => other.Person.Role == applicant.Person.Role).ToList() : [];
        var people = await store.Query<Person>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Rows.Person)).Select(row => row.Value).ToListAsync();
        return new(
            context, applicant, people.Exists(one => one.Id == person), waiting.FindIndex(other => other.Id == person) + 1,
            applicant is null ? null : OpenCalls.RoomFor(context.Cohort.Settings.OpenCall ?? new(), applicant.Person.Role, people), state);
    }
}
