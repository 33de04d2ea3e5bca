namespace ReverseMentoring.Web.DesignSystem.Display;

/// <summary>Where a phase stands.</summary>
public enum StepState
{
    Done,
    Now,
    Coming,
    Stopped,
}

/// <summary>One phase of the way.</summary>
/// <param name="When">Its dates, or what became of it.</param>
public sealed record Step(string Name, StepState State, string? When = null);
