using Microsoft.AspNetCore.Http;

namespace CloudUpdate.Emulator.Http;

/// <summary>Puts replies on the wire.</summary>
internal static class Responder
{
    public static async Task SendAsync(HttpContext context, Reply reply, bool truncate = false)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (truncate && reply.Body.Length < 2)
        {
            // Nothing to break off: the answer is cut before its first byte.
            context.Abort();
            return;
        }

        if (reply.Status is 204 or 304)
        {
            return;
        }

        response.ContentLength = reply.Body.Length;
        if (!truncate)
        {
            await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }
}
