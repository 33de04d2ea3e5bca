using System.Text.Json.Nodes;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>Another value of one setting, to compare by.</summary>
/// <param name="Path">The setting's, as in <see cref="SettingCatalogue"/>.</param>
/// <param name="Value">As JSON has it.</param>
public sealed record Trial(string Path, JsonNode? Value);
