using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CloudUpdate.TestKit;

/// <summary>A test that takes long: it runs with <c>CLOUDUPDATE_LONG_TESTS=1</c>, and otherwise when it is asked for by name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class LongTestAttribute : NUnitAttribute, IApplyToTest
{
    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (Environment.GetEnvironmentVariable("CLOUDUPDATE_LONG_TESTS") != "1")
        {
            test.RunState = RunState.Explicit;
        }
    }
}
