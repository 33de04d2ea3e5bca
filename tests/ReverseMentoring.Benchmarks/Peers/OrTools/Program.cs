using System.Diagnostics;
using System.Text.Json;
using Google.OrTools.Graph;
using ReverseMentoring.Benchmarks.Instances;

// Solves an instance with Google OR-Tools' LinearSumAssignment, what a .NET team would take, and prints the figures that
// `match` prints: OrTools FILE. Each further line on standard input solves it once more. It wants as many mentors as mentees
// and a partner for each of them, and gives up otherwise: instances with capacities have neither.
var entries = new List<(int Mentor, int Mentee, int Score)>();
using (var reader = new NumberReader(args[0]))
{
    var line = new int[3];
    while (reader.Read(line))
    {
        entries.Add((line[0], line[1], line[2]));
    }
}

while (Console.ReadLine() is not null)
{
    var watch = Stopwatch.StartNew();
    using var assignment = new LinearSumAssignment();
    foreach (var (mentor, mentee, score) in entries)
    {
        assignment.AddArcWithCost(mentor, mentee, -score);
    }

    var status = assignment.Solve();
    watch.Stop();
    if (status is not LinearSumAssignment.Status.OPTIMAL)
    {
        throw new InvalidDataException($"Not solved: {status}.");
    }

    Console.WriteLine(JsonSerializer.Serialize(new
    {
        matched = assignment.NumNodes(),
        total = -assignment.OptimalCost(),
        milliseconds = Math.Round(watch.Elapsed.TotalMilliseconds, 1),
    }));
}
