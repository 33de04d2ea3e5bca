using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Links;

/// <summary>What is signed comes back whole, and only to whoever signed it, for what it was signed for.</summary>
public sealed class LinkSignerTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);
    private static readonly LinkSigner Signer = new([Key("k1", 1)]);

    private static readonly Link Pulse = new(
        FormKind.Pulse, new CohortId("spring"), new PersonId("ana"), "p-1", 3, Start, Start.AddDays(30)) { Revision = 2 };

    [Fact]
    public void A_link_says_what_was_put_into_it()
    {
        Assert.Equal(Pulse, Signer.Verify(Signer.Sign(Pulse)));
        Assert.Matches("^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$", Signer.Sign(Pulse));
    }

    [Fact]
    public void A_key_of_32_bytes_will_do()
    {
        Assert.Equal(32, LinkSigner.KeyBytes);
        Assert.NotNull(new LinkSigner([new("k1", new byte[32]), new("k2", new byte[33])]));
    }

    public static TheoryData<string, SigningKey[]> BadKeys => new()
    {
        { "none", [] },
        { "short", [Key("k1", 1), new("k2", new byte[LinkSigner.KeyBytes - 1])] },
        { "twice", [Key("k1", 1), Key("k1", 2)] },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Without_keys_or_with_weak_or_ambiguous_ones_nothing_starts(string what, SigningKey[] keys)
    {
        var refused = Assert.Throws<ArgumentException>(() => new LinkSigner(keys));
        Assert.True(refused.Message.Contains("32 bytes", StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("none")]
    [InlineData("not base64.not base64")]
    [InlineData("a2l0.a2l0")]
    public void What_is_no_link_says_nothing(string token) => Assert.Null(Signer.Verify(token));

    [Fact]
    public void Nor_does_one_that_was_cut_off_lengthened_or_changed()
    {
        var token = Signer.Sign(Pulse);
        var (payload, signature) = (token.Split('.')[0], token.Split('.')[1]);
        var other = Signer.Sign(Pulse with { Person = new PersonId("ben") }).Split('.')[0];
        foreach (var wrong in new[] { payload, payload + ".", $"{payload}.{signature[..^1]}", $"{payload}.{signature}.", $"{token}.{signature}", $"{other}.{signature}", $"{payload}.!" })
        {
            Assert.Null(Signer.Verify(wrong));
        }

        Assert.Null(new LinkSigner([Key("k1", 2)]).Verify(token));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("a~b.c~d")]
    public void A_text_that_is_signed_for_a_purpose_comes_back_for_that_purpose_alone(string text)
    {
        var token = Signer.Sign("sign-in", text);

        Assert.Equal(text, Signer.Verify("sign-in", token));
        Assert.Null(Signer.Verify("sign", token));
        Assert.Null(Signer.Verify("state", token));
        Assert.Null(new LinkSigner([Key("k1", 2)]).Verify("sign-in", token));
        Assert.Null(Signer.Verify(token));
    }

    [Fact]
    public void A_link_is_no_text_for_a_purpose_and_no_text_is_a_link()
    {
        Assert.Null(Signer.Verify("p", Signer.Sign(Pulse)));
        Assert.Null(Signer.Verify(Signer.Sign("pulse", "spring~ana~p-1~3~2~1~2")));
    }

    [Fact]
    public void Derived_keys_are_the_same_each_time_and_others_for_another_purpose()
    {
        var two = new LinkSigner([Key("k1", 1), Key("k2", 2)]);
        var (once, again, other) = (two.Derive("register"), two.Derive("register"), two.Derive("draw"));

        Assert.Equal(["k1", "k2"], once.Select(key => key.Id));
        Assert.Equal(once.Select(key => key.Secret), again.Select(key => key.Secret));
        byte[][] all = [.. once.Concat(other).Select(key => key.Secret), Key("k1", 1).Secret, Key("k2", 2).Secret];
        Assert.All(all, secret => Assert.Equal(LinkSigner.KeyBytes, secret.Length));
        Assert.Equal(all.Length, all.Select(Convert.ToHexString).Distinct().Count());
    }

    private static SigningKey Key(string id, byte filled) => new(id, [.. Enumerable.Repeat(filled, LinkSigner.KeyBytes)]);
}
