namespace Pulumi.Cli.Commands.Operations;

/// <summary>Tells the user what an interrupt does while the engine runs.</summary>
internal sealed class InterruptNotice : IDisposable
{
    private readonly CommandContext _context;
    private readonly bool _isPreview;

    public InterruptNotice(CommandContext context, bool isPreview)
    {
        (_context, _isPreview) = (context, isPreview);
        context.Host.Interrupts.Signalled += Tell;
    }

    public void Dispose() => _context.Host.Interrupts.Signalled -= Tell;

    private void Tell(string signal, bool isFirst)
    {
        var error = _context.Host.Terminal.Error;
        if (!isFirst)
        {
            error.WriteLine($"{signal} received; terminating");
            return;
        }

        var again = signal == "^C" ? "press ^C again" : $"send {signal} again";
        error.WriteLine($"{signal} received; cancelling. If you would like to terminate immediately, {again}.");
        if (!_isPreview)
        {
            error.WriteLine("Note that terminating immediately may lead to orphaned resources and other inconsistencies.");
        }
    }
}
