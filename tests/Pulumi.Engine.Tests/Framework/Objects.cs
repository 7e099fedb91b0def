namespace Pulumi.Engine.Tests.Framework;

internal static class Objects
{
    /// <summary>The object after a change.</summary>
    public static T Also<T>(this T value, Action<T> change)
    {
        change(value);
        return value;
    }
}
