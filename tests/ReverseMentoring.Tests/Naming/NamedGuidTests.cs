using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Tests.Naming;

public sealed class NamedGuidTests
{
    [Fact]
    public void The_example_of_RFC_9562_comes_out() =>
        Assert.Equal(
            Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            NamedGuid.Create(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void An_effect_always_has_the_same_id_and_no_other_has_it()
    {
        Assert.Equal(NamedGuid.For("c1.pair.p7.session.2.book"), NamedGuid.For("c1.pair.p7.session.2.book"));
        Assert.NotEqual(NamedGuid.For("c1.pair.p7.session.2.book"), NamedGuid.For("c1.pair.p7.session.3.book"));
    }
}
