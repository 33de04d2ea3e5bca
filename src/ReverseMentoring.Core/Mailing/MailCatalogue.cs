using System.Reflection;

namespace ReverseMentoring.Core.Mailing;

/// <summary>What is declared at each mail's kind.</summary>
public static class MailCatalogue
{
    private static readonly Dictionary<MailKind, MailDeclarationAttribute> ByKind = Enum.GetValues<MailKind>().ToDictionary(kind => kind, Read);

    public static MailDeclarationAttribute Declaration(this MailKind kind) => ByKind[kind];

    public static string Slug(this MailKind kind) => ByKind[kind].Slug;

    private static MailDeclarationAttribute Read(MailKind kind) =>
        typeof(MailKind).GetField(kind.ToString())!.GetCustomAttribute<MailDeclarationAttribute>()
        ?? throw new InvalidOperationException($"The mail {kind} is not declared: nothing says whom it goes to, and when.");
}
