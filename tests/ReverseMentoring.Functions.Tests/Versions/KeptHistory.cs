using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>
/// What the orchestrators of one version were told and asked for, turn by turn, as a file: one line a turn. It is what instances
/// of that version have in their histories.
/// </summary>
internal sealed record KeptHistory(string Version, IReadOnlyList<(string Scene, string Orchestrator, IReadOnlyList<Turn> Turns)> Scenes)
{
    public const string Ending = ".jsonl";

    public static IEnumerable<KeptHistory> All =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Versions", "Kept"), "*" + Ending).Select(Read);

    public static KeptHistory Of(string version, IReadOnlyDictionary<string, Func<string, string>> release) =>
        new(version, [.. Versions.Scenes.All.Select(scene => (scene.Title, scene.Orchestrator, scene.Play(release)))]);

    public static string Text(IEnumerable<IMessage> messages) => $"[{string.Join(", ", messages.Select(message => JsonFormatter.Default.Format(message)))}]";

    public void Write(string file) => File.WriteAllLines(file, Scenes.SelectMany(scene => scene.Turns.Select(turn =>
        $$"""{ "scene": {{JsonSerializer.Serialize(scene.Scene)}}, "told": {{Text(turn.Told)}}, "asked": {{Text(turn.Asked)}} }""")));

    private static KeptHistory Read(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        [.. File.ReadLines(file).Select(line => JsonNode.Parse(line)!)
            .Select(line => (Scene: (string)line["scene"]!, Turn: new Turn(Messages(HistoryEvent.Parser, line["told"]!), Messages(OrchestratorAction.Parser, line["asked"]!))))
            .GroupBy(line => line.Scene, line => line.Turn)
            .Select(scene => (scene.Key, scene.Key.Split(' ')[0], (IReadOnlyList<Turn>)[.. scene]))]);

    private static IReadOnlyList<T> Messages<T>(MessageParser<T> parser, JsonNode all)
        where T : IMessage<T> => [.. all.AsArray().Select(one => parser.ParseJson(one!.ToJsonString()))];
}
