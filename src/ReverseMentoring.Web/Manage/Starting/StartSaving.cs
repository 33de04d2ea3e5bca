using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>Keeps a start for later: as a draft with its list of people, or as a template without anybody.</summary>
internal sealed class StartSaving(StartViews views, SettingsTemplates templates, StartDrafts drafts)
{
    public async Task<FormResult> SaveTemplate(ManagerContext context)
    {
        var form = await StartForm.ReadForm(context);
        if (NameIn(form) is not { } name)
        {
            return await Nameless(context, form);
        }

        await templates.Save(name, StartForm.Settings(form, context.Now), context.Cancel);
        return Done("Saved");
    }

    public async Task<FormResult> SaveDraft(ManagerContext context)
    {
        var form = await StartForm.ReadForm(context);
        if (SentSheet.IsTooLarge(form))
        {
            return ErrorPages.Page(context, StatusCodes.Status413PayloadTooLarge, "TooLarge");
        }

        if (NameIn(form) is not { } name)
        {
            return await Nameless(context, form);
        }

        try
        {
            var sheet = await SentSheet.Read(form, context.Cancel) is { } sent ? SentSheet.OnlyKnown(form, sent) : new([], []);
            await drafts.Save(name, StartForm.Settings(form, context.Now), sheet.Header, sheet.Rows, context.Cancel);
            return Done("Drafted");
        }
        catch (InvalidDataException)
        {
            return await views.Again(context, form, new FieldError("people", context.Say("Start.NoCsv")));
        }
    }

    public async Task<FormResult> Forget(ManagerContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        await templates.Delete(form["template"].ToString(), context.Cancel);
        await drafts.Delete(form[StartForm.Draft].ToString(), context.Cancel);
        return Done("Forgotten");
    }

    private Task<FormResult.Page> Nameless(ManagerContext context, IFormCollection form) => views.Again(context, form, new FieldError("name", context.Say("Start.SaveNeedsName")));

    private static string? NameIn(IFormCollection form) => form["name"].ToString().Trim() is { Length: > 0 and <= SettingsTemplates.LongestName } name ? name : null;

    private static FormResult.SeeOther Done(string what) => new($"{ManagerRoutes.New}?done={what}");
}
