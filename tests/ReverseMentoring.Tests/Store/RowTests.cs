using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Tests.Store;

public sealed class RowTests
{
    [Fact]
    public void A_row_that_is_changed_says_what_it_says_now_and_not_what_was_parsed_before()
    {
        var row = new Row("one", "[1]", "1");
        Assert.Equal([1], row.Value<int[]>());

        Assert.Equal([2], (row with { Body = "[2]" }).Value<int[]>());
        Assert.Same(row.Value<int[]>(), row.Value<int[]>());
    }
}
