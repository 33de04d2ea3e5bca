using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.Tests.Killed;

/// <summary>Made-up people of whom nobody reports to another: in so small a company nobody could meet anybody else.</summary>
internal static class SmallFirm
{
    public static string Csv(int people, int seed)
    {
        var lines = PeopleGenerator.Csv(people, new SeededRandom(seed)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var manager = Array.IndexOf(lines[0].Split(','), "managerEmail");
        return string.Join('\n', lines.Select((line, at) => at == 0 ? line : string.Join(',', line.Split(',').Select((cell, column) => column == manager ? "" : cell)))) + "\n";
    }
}
