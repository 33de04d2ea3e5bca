using System.Diagnostics;

namespace ReverseMentoring.Benchmarks;

internal static class PeakMemory
{
    /// <summary>The most physical memory that this process has had, in MB of 1,000,000 bytes.</summary>
    public static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1e6, 1);
    }
}
