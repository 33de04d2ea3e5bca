namespace ReverseMentoring.Core.Programme;

public enum Admission
{
    /// <summary>The programme manager admits each.</summary>
    OneByOne,

    /// <summary>Who has confirmed first is admitted first, as long as there are places; without a number of places, everybody.</summary>
    FirstCome,
}

/// <summary>People come by themselves: by a link or a poster, with a company address that they confirm by mail.</summary>
public sealed record OpenCall
{
    /// <summary>What company addresses end with, such as <c>example.com</c>.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>How many mentors there are at most, those on the list too; null: as many as come.</summary>
    public int? MentorPlaces { get; init; }

    /// <summary>Likewise of mentees.</summary>
    public int? MenteePlaces { get; init; }

    public Admission Admission { get; init; }

    /// <summary>The last day on which people can come; null: the last on which topics are called for.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether an address is one of the company's.</summary>
    public bool Takes(string email) => Domains.Any(domain => email.EndsWith("@" + domain.Trim(), StringComparison.OrdinalIgnoreCase));
}
