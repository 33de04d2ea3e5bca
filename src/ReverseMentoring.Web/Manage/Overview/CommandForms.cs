using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>A button of the cycle, with what it will do and the way back.</summary>
/// <param name="Sure">It takes something away for good, so that a box has to be ticked first.</param>
public sealed record CommandForm(CommandKind Kind, string Label, string Confirm, string Does, string Back, bool Danger, bool Sure, bool AsksDays);

internal static class CommandForms
{
    /// <summary>These stand beside a pair, not beside the cycle.</summary>
    private static readonly CommandKind[] AboutPairs = [CommandKind.Lock, CommandKind.Forbid, CommandKind.Free];

    public static IReadOnlyList<CommandForm> Of(Sight sight) =>
        [.. CohortCommand.Possible(sight.Desk.State).Except(AboutPairs).Select(kind => Of(sight, kind))];

    private static CommandForm Of(Sight sight, CommandKind kind)
    {
        var (desk, name) = (sight.Desk, kind.ToString());
        var open = sight.Answered is { } answered ? answered.Asked - answered.Answered : 0;
        var does = kind switch
        {
            CommandKind.Close => Close(desk, open),
            _ => desk.Say($"Command.{name}.Does"),
        };
        return new(
            kind, desk.Say($"Command.{name}.Label"), desk.Say($"Command.{name}.Confirm"), does, desk.Say($"Command.{name}.Back"),
            kind is CommandKind.Cancel or CommandKind.Erase, kind is CommandKind.Cancel or CommandKind.Erase, kind is CommandKind.Extend);
    }

    private static string Close(DeskAtCohort desk, int open)
    {
        var key = $"Command.Close.{desk.State.Phase}";
        var does = desk.Voice.Has(key) ? desk.Say(key) : desk.Say("Command.Close.Does");
        return open > 0 ? $"{does} {desk.Count("Command.Close.Open", open)}" : does;
    }
}
