using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.Functions.Tests.Versions;

/// <summary>An orchestration that is played turn by turn, as Durable does it: before each turn the orchestrator is replayed from all the turns before.</summary>
/// <param name="takeTurn">The orchestrator.</param>
internal sealed class Played(Func<string, string> takeTurn)
{
    public static readonly DateTime Begin = new(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly List<Turn> turns = [];

    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>What the last turn asked for that is to be answered first; an empty one where it asked for nothing and only a wake can come.</summary>
    public OrchestratorAction Open => turns[^1].Asked is [var first, ..] ? first : new();

    /// <summary>Tells what comes, a minute after the turn before.</summary>
    public Turn Tell(HistoryEvent comes)
    {
        var at = Timestamp.FromDateTime(Begin.AddMinutes(turns.Count));
        comes.Timestamp = at;
        return Tell([new() { EventId = -1, Timestamp = at, OrchestratorStarted = new() }, comes]);
    }

    public Turn Tell(IReadOnlyList<HistoryEvent> told)
    {
        var request = new OrchestratorRequest { InstanceId = "instance", ExecutionId = "execution", PastEvents = { turns.SelectMany(turn => turn.History) }, NewEvents = { told } };
        var response = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(takeTurn(Convert.ToBase64String(request.ToByteArray()))));
        turns.Add(new(told, response.Actions));
        return turns[^1];
    }
}
