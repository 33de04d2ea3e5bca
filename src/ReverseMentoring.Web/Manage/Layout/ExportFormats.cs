namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>What lists can be had as: the end of a file's name.</summary>
internal static class ExportFormats
{
    public const string Csv = "csv";

    public const string Excel = "xlsx";
}
