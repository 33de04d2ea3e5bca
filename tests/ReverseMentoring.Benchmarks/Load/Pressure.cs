using System.Diagnostics;

namespace ReverseMentoring.Benchmarks.Load;

/// <summary>What came of some seconds in which so many clients sent one answer after the other.</summary>
/// <param name="PerSecond">Answers taken in a second.</param>
/// <param name="Middle">Milliseconds that half of them took at most.</param>
/// <param name="Slow">Milliseconds that 99 of 100 took at most.</param>
/// <param name="Cost">Milliseconds of processor time that each took, its client's included.</param>
internal sealed record Pressure(double PerSecond, double Middle, double Slow, double Cost)
{
    public static async Task<Pressure> On(ILoad load, int clients, TimeSpan lasting)
    {
        using var self = Process.GetCurrentProcess();
        var (next, watch, before) = (-1, Stopwatch.StartNew(), self.TotalProcessorTime);
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(Client)));
        var seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        double[] all = [.. times.SelectMany(time => time).Order()];
        return new(all.Length / seconds, all[all.Length / 2], all[all.Length * 99 / 100], (self.TotalProcessorTime - before).TotalMilliseconds / all.Length);

        async Task<List<double>> Client()
        {
            var found = new List<double>();
            while (watch.Elapsed < lasting)
            {
                var start = Stopwatch.GetTimestamp();
                await load.Take(Interlocked.Increment(ref next));
                found.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return found;
        }
    }
}
