using System.Reflection;
using NUnit.Framework.Interfaces;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Holds the tables of proofs to the tests that there are.</summary>
internal sealed class ProofTests
{
    private static IEnumerable<TestCaseData> Statements => DesignProofs.All
        .Concat(ConformanceProofs.All.Select(item => item.Proof with { Statement = $"Conformance {item.Number}: {item.Proof.Statement}" }))
        .Concat(PeerProofs.All.Select(proof => proof with { Statement = $"Peers: {proof.Statement}" }))
        .Select(proof => new TestCaseData(proof).SetArgDisplayNames(proof.Statement));

    [TestCaseSource(nameof(Statements))]
    public void Statement_IsProvenByTestsThatExist(Proof proof) => Assert.Multiple(() =>
    {
        Assert.That(proof.LeftOut is null, Is.EqualTo(proof.Tests.Length > 0), "either tests or the reason why there is none");
        foreach (var (fixture, name) in proof.Tests)
        {
            var methods = fixture.GetMethods().Where(method => method.Name == name && IsTest(method));
            Assert.That(methods, Is.Not.Empty, $"{fixture.Name}.{name} is no test");
        }
    });

    [Test]
    public void Conformance_27To76_AreEachListedOnce() =>
        Assert.That(ConformanceProofs.All.Select(item => item.Number), Is.EqualTo(Enumerable.Range(27, 50)));

    [Test]
    public void Statements_AreEachListedOnce() => Assert.That(DesignProofs.All.Select(proof => proof.Statement), Is.Unique);

    private static bool IsTest(MethodInfo method) =>
        method.GetCustomAttributes().Any(attribute => attribute is ISimpleTestBuilder or ITestBuilder);
}
