namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>Why an operation cannot be done.</summary>
/// <param name="Status">400, 404 or 409.</param>
/// <param name="Message">Text of the answer.</param>
internal sealed record GaRefusal(int Status, string Message);
