using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Context">Whose they are.</param>
/// <param name="Lines">All that is kept of them.</param>
/// <param name="State">What they would have put right, as it stands in the form.</param>
/// <param name="Asked">They have asked, and the programme manager has yet to look.</param>
/// <param name="CanAsk">The list still counts for something.</param>
/// <param name="Sent">They have asked just now.</param>
public sealed record MyDataModel(LinkContext Context, IReadOnlyList<MyDataLine> Lines, FormState State, bool Asked, bool CanAsk, bool Sent);

/// <summary>One's own data as a page, and what is to be put right there. The same as a file stands beside it.</summary>
internal sealed class MyDataPages(PersonalData data, CorrectionService corrections, IStore store)
{
    public const string Place = "my-data";

    public async Task<FormResult> Show(LinkContext link, bool sent, CancellationToken cancel) => !IsTheirs(link) ? NotTheirs(link)
        : !link.IsOwn ? ByCode(link)
        : FormResult.ForPage<MyDataPage>(await Model(link, null, sent, cancel));

    /// <summary>Takes what is to be put right.</summary>
    public async Task<FormResult> Take(LinkContext link, Fields fields, CancellationToken cancel)
    {
        if (!IsTheirs(link))
        {
            return NotTheirs(link);
        }

        if (!link.IsOwn)
        {
            return ByCode(link);
        }

        if (!CanAsk(link))
        {
            return FormResult.ForPage<MyDataPage>(await Model(link, null, sent: false, cancel));
        }

        if (CorrectionFields.Read(fields, link.Person) is not { } correction)
        {
            return FormResult.ForPage<MyDataPage>(await Model(link, fields.State, sent: false, cancel), StatusCodes.Status422UnprocessableEntity);
        }

        await corrections.Ask(link.Cohort.Id, link.Person, correction, cancel);
        return new FormResult.SeeOther(link.AddressBeside(Place, "sent=1"));
    }

    /// <summary>A link to another form, or a delegate's, opens no data.</summary>
    private static bool IsTheirs(LinkContext link) => link.Link.Form is FormKind.Participation;

    private static FormResult.Page NotTheirs(LinkContext link) => FormResult.Closed(new(StatusCodes.Status404NotFound, "Broken", link.Culture) { Theme = link.Theme });

    /// <summary>Whoever only has one of the person's mails gets no further.</summary>
    private static FormResult.SeeOther ByCode(LinkContext link) => new(link.AddressBeside(CodeLinks.Place, $"{CodeLinks.Next}={Place}"));

    private static bool CanAsk(LinkContext link) => link.Person.IsActive && link.State.Status is CycleStatus.Running or CycleStatus.Paused;

    private async Task<MyDataModel> Model(LinkContext link, FormState? wrong, bool sent, CancellationToken cancel)
    {
        var asked = await corrections.Find(link.Cohort.Id, link.Person, cancel);
        return new(
            link, MyDataLine.Of(await data.Collect(link.Cohort.Id, link.Person.Id, cancel), await store.ReadQuestionnaire(link.Cohort, cancel), link.Localizer),
            wrong ?? FormState.FromValues(CorrectionFields.Fill(link.Person, asked)), asked is not null, CanAsk(link), sent);
    }
}
