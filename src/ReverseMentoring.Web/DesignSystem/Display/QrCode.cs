using QRCoder;

namespace ReverseMentoring.Web.DesignSystem.Display;

/// <summary>An address as a square that a telephone reads, in black on white whatever the page's colours: SVG.</summary>
internal static class QrCode
{
    private const int Points = 240;

    public static string Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(new System.Drawing.Size(Points, Points), "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
