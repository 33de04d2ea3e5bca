using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Tests.Infrastructure;

namespace ReverseMentoring.Functions.Tests.Telemetry.Alerts;

/// <summary>The queries of alerts and of the workbook ask for messages that the code has, and the alerts leave out no error.</summary>
public sealed class QueryTests
{
    public static TheoryData<string> Queries() => [.. Infra.Files("infra/alerts", "*.kql").Concat(Infra.Files("infra/workbook", "*.kql"))];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_asks_for_messages_and_their_values_as_the_code_writes_them(string file)
    {
        var query = Infra.Read(file);
        var asked = AlertRules.Ids(query).Select(id => Assert.Single(AlertRules.Messages, message => message.EventId == id)).ToList();

        Assert.All(AlertRules.Fields(query), field => Assert.Contains(asked, message =>
            message.Message.Contains($"{{{field}}}", StringComparison.Ordinal) || message.Message.Contains($"{{{field}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_error_of_the_code_raises_an_alert()
    {
        var asked = AlertRules.Names.SelectMany(AlertRules.Asked).ToHashSet();

        Assert.All(AlertRules.Messages.Where(message => message.Level >= LogLevel.Error), message => Assert.Contains(message.EventId, asked));
    }

    [Fact]
    public void No_two_messages_have_one_id() =>
        Assert.Equal(AlertRules.Messages.Count, AlertRules.Messages.Select(message => message.EventId).Distinct().Count());
}
