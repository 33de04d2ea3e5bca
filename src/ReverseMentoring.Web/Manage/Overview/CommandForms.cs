using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>A button of the cycle, with what it will do and the way back.</summary>
/// <param name="Sure">It takes something away for good, so that a box has to be ticked first.</param>
[Tells(Told.Aggregate)]
public sealed record CommandForm(CommandKind Kind, string Label, string Confirm, string Does, string Back, bool Danger, bool Sure)
{
    /// <summary>Whom it writes to, and in which words; null: that is not said beforehand.</summary>
    [Tells(Told.Command)]
    public PreviewModel? Preview { get; init; }
}

internal static class CommandForms
{
    /// <summary>These stand beside a pair, not beside the cycle.</summary>
    private static readonly CommandKind[] AboutPairs = [CommandKind.Lock, CommandKind.Forbid, CommandKind.Free];

    public static IReadOnlyList<CommandForm> FormsFor(OverviewViewModel model) =>
        [.. CohortCommand.Possible(model.Context.State).Except(AboutPairs).Select(kind => FormsFor(model, kind))];

    private static CommandForm FormsFor(OverviewViewModel model, CommandKind kind)
    {
        var (context, name) = (model.Context, kind.ToString());
        var does = kind switch
        {
            CommandKind.Close => Close(context),
            CommandKind.Approve => CommandTexts.Approve(context),
            _ => context.Say($"Command.{name}.Does"),
        };

        // What ends the time before the first day begins the programme.
        var said = kind is CommandKind.Close && context.State.Phase == PhaseNames.Preparation ? "Begin" : name;
        return new(
            kind, context.Say($"Command.{said}.Label"), context.Say($"Command.{said}.Confirm"), does, context.Say($"Command.{said}.Back"),
            kind is CommandKind.Cancel or CommandKind.Erase, kind is CommandKind.Cancel or CommandKind.Erase)
        {
            Preview = kind is CommandKind.Approve ? model.Approval : kind is CommandKind.Close ? model.Closing : null,
        };
    }

    private static string Close(CohortContext context)
    {
        var key = $"Command.Close.{context.State.Phase}";
        return context.Localizer.Has(key) ? context.Say(key) : context.Say("Command.Close.Does");
    }
}
