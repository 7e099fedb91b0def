using CloudUpdate.Provider.Rpc;

namespace CloudUpdate.Provider.Tests.Rpc;

internal sealed class RunGateTests
{
    [Test]
    public void Close_CancelsWhatRunsAndRefusesWhatComes()
    {
        using var gate = new RunGate();
        using var operation = gate.Enter(CancellationToken.None);

        gate.Close();

        Assert.Multiple(() =>
        {
            Assert.That(operation!.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)), Is.True);
            Assert.That(gate.Enter(CancellationToken.None), Is.Null);
            Assert.That(gate.Running, Is.EqualTo(1));
        });
    }

    [Test]
    public void Open_AfterClose_LetsOperationsStartThatAreNotCancelled()
    {
        using var gate = new RunGate();

        gate.Close();
        gate.Open();
        using var operation = gate.Enter(CancellationToken.None);

        Assert.That(operation!.Token.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Open_AfterEnd_StaysClosed()
    {
        using var gate = new RunGate();

        gate.End();
        gate.Open();

        Assert.That(gate.IsClosed, Is.True);
    }

    [Test]
    public void Dispose_Operation_IsCountedOut()
    {
        using var gate = new RunGate();
        var changes = 0;
        gate.Changed += () => changes++;

        gate.Enter(CancellationToken.None)!.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(gate.Running, Is.Zero);
            Assert.That(changes, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Enter_TokenOfTheCall_EndsTheOperation()
    {
        using var gate = new RunGate();
        using var call = new CancellationTokenSource();
        using var operation = gate.Enter(call.Token);

        await call.CancelAsync();

        Assert.That(operation!.Token.IsCancellationRequested, Is.True);
    }

    // A handler that throws from a cancellation callback must not take Cancel with it.
    [Test]
    public void Close_CallbackThatThrows_HarmsNothing()
    {
        using var gate = new RunGate();
        using var operation = gate.Enter(CancellationToken.None);
        using var registration = operation!.Token.Register(() => throw new InvalidOperationException("in a callback"));

        Assert.That(gate.Close, Throws.Nothing);
    }
}
