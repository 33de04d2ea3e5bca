using ReverseMentoring.Core.Enrolment.Checking;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Whether what is compared can be compared: each setting with one other value, and no more at once than somebody can tell apart.</summary>
public static class TrialCheck
{
    /// <summary>Settings that are others at once.</summary>
    public const int Most = 3;

    /// <summary>A setting that has no value, or a value that has no setting.</summary>
    public static void Unpaired(Findings findings, string where) => findings.Error(where, "A setting has no value, or a value no setting.", "Give each setting its value, and each once.");

    /// <param name="trials">All that are tried at once.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static bool IsSound(IReadOnlyList<Trial> trials, Findings findings)
    {
        foreach (var twice in trials.CountBy(trial => trial.Path).Where(counted => counted.Value > 1))
        {
            findings.Error(twice.Key, "The same setting is tried twice.", "Give each setting its value, and each once.");
        }

        if (trials.Count > Most)
        {
            findings.Error("setting", "Too many settings are tried at once.", $"Name up to {Most}.");
        }

        return findings.Errors.Count == 0;
    }
}
