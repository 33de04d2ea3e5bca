using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Commands;

/// <summary>Starts a rehearsal for somebody at a terminal.</summary>
internal static class RehearsalStart
{
    /// <returns>False where the cohort is refused; why is printed.</returns>
    public static async Task<bool> TryStart(Rehearsal rehearsal, CancellationToken cancel)
    {
        try
        {
            await rehearsal.Start(cancel);
            return true;
        }
        catch (RehearsalRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return false;
        }
    }
}
