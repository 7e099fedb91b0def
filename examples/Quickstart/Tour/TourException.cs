namespace Quickstart.Tour;

/// <summary>A step of the tour did not do what it says.</summary>
internal sealed class TourException(string message) : Exception(message);
