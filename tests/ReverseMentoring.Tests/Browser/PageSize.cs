namespace ReverseMentoring.Tests.Browser;

/// <summary>How large a page is to whoever fills it in.</summary>
/// <param name="Inputs">Fields that can be seen, each option of a choice by itself; what is folded or hidden doesn't count.</param>
/// <param name="AllInputs">With what is folded.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Words">That can be seen; figures, and what is there for screen readers only, don’t count.</param>
internal sealed record PageSize(int Inputs, int AllInputs, int Height, int Words)
{
    /// <summary>Silent reading of English, words a minute (Brysbaert 2019).</summary>
    private const double Pace = 238;

    /// <summary>Seconds for each tap: to decide, 1.35, and to point, 1.1 (Card, Moran and Newell 1980).</summary>
    private const double Tap = 2.45;

    internal const string Script = """
        () => {
          const count = element => element.innerText.split(/\s+/).filter(word => /\p{L}/u.test(word)).length;
          const all = [...document.querySelectorAll('main :is(input, select, textarea):not([type=hidden])')];
          return {
            inputs: all.filter(one => one.checkVisibility()).length, allInputs: all.length,
            height: document.documentElement.scrollHeight, words: count(document.querySelector('main')) - [...document.querySelectorAll('main .unseen')].filter(one => one.checkVisibility()).reduce((sum, one) => sum + count(one), 0),
          };
        }
        """;

    /// <summary>As long as somebody needs who reads every word that can be seen.</summary>
    public TimeSpan TimeFor(int taps) => TimeSpan.FromSeconds((Words / Pace * 60) + (taps * Tap));
}
