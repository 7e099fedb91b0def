using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Clouds;
using CloudUpdate.Emulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Emulator.Http;

/// <summary>Takes a request to one of the clouds from the wire, through authentication, faults and its operation, to its answer.</summary>
internal sealed class RequestPipeline(EmulatorState state, RouteTable routes, Gatekeeper gatekeeper, Action save, ILogger log)
{
    /// <summary>Largest body that the gateway takes under AK/SK signing.</summary>
    private const int BodyLimit = 12 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var arrival = state.Log.Next();
        var receivedAt = state.Now;
        var request = await ReceivedRequest.ReadAsync(context, BodyLimit).ConfigureAwait(false);
        var (route, parameters) = routes.Find(request.Method, request.RawPath);
        var exchange = new Exchange(request, arrival, receivedAt) { Route = route, Parameters = parameters };
        try
        {
            await AnswerAsync(context, exchange).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Abandon(exchange);
        }
        finally
        {
            Close(exchange);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exchange exchange)
    {
        Reply? reply;
        if (Admit(exchange) is { } refusal)
        {
            reply = refusal;
        }
        else
        {
            var hold = exchange.Window is null ? TimeSpan.Zero : state.Settings.AtlasWriteHold;
            if (hold > TimeSpan.Zero)
            {
                // Real time on purpose: other requests come over real sockets, and a test's clock may stand still.
                await Task.Delay(hold, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
            }

            await DelayAsync(exchange, FaultPoint.BeforeEffect, context.RequestAborted).ConfigureAwait(false);
            reply = Apply(exchange);
            await DelayAsync(exchange, FaultPoint.AfterEffect, context.RequestAborted).ConfigureAwait(false);
        }

        // Who has the answer may write again: from here on the write is no longer in flight.
        Close(exchange);
        if (reply is null)
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Date = state.Now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await Responder.SendAsync(context, reply, exchange.Outcome == JournalOutcome.Truncated).ConfigureAwait(false);
    }

    private async Task DelayAsync(Exchange exchange, FaultPoint point, CancellationToken cancellation)
    {
        if (exchange.Fault?.Fault is not { } fault || fault.Point != point || fault.Delay <= TimeSpan.Zero)
        {
            return;
        }

        // The delay is armed before it is reported: who waits for the report may move the clock at once.
        var delay = state.Clock.DelayUntilAsync(exchange.ReceivedAt + fault.Delay, cancellation);
        state.Held.Enter();
        try
        {
            await delay.ConfigureAwait(false);
        }
        finally
        {
            state.Held.Exit();
        }
    }

    /// <summary>Settles who is calling and which fault strikes; an answer here means that the request goes no further.</summary>
    private Reply? Admit(Exchange exchange)
    {
        lock (state.Gate)
        {
            state.Objects.Settle(state.Now);
            if (state.Faults.Hit(exchange.Request, exchange.Route, state.Now, beforeAuthentication: true) is { } expiry)
            {
                exchange.Fault = expiry;
                gatekeeper.ExpireToken(exchange.Request);
            }

            if (Refusal(exchange) is { } refusal)
            {
                Record(exchange, refusal, JournalOutcome.Answered);
                return refusal;
            }

            exchange.Fault = state.Faults.Hit(exchange.Request, exchange.Route, state.Now, beforeAuthentication: false) ?? exchange.Fault;
            Open(exchange);
            return null;
        }
    }

    private Reply? Refusal(Exchange exchange)
    {
        var request = exchange.Request;
        if (request.IsTooLong)
        {
            return GatewayErrors.WithRequestId(GatewayErrors.TooLarge(), state.Ids.Hex(32));
        }

        if (exchange.Route is not { } route)
        {
            return routes.Owner(request.RawPath) is { } owner
                ? owner.Decorate(owner.UnknownPath([.. routes.Methods(request.RawPath)]), request, state)
                : GatewayErrors.WithRequestId(GatewayErrors.UnknownPath(), state.Ids.Hex(32));
        }

        var (principal, refusal) = gatekeeper.Authenticate(request, route);
        exchange.Principal = principal ?? Principal.Nobody;
        return refusal is null ? null : route.Api.Decorate(refusal, request, state);
    }

    private void Open(Exchange exchange)
    {
        if (exchange.Route is { SiblingKind: { } kind } route)
        {
            exchange.Window = state.Windows.Open(state.Objects, kind, ParentOf(exchange, route));
        }
    }

    private void Close(Exchange exchange)
    {
        if (exchange.Window is { } window)
        {
            lock (state.Gate)
            {
                state.Windows.Close(ParentOf(exchange, exchange.Route!), window);
                exchange.Window = null;
            }
        }
    }

    private static string ParentOf(Exchange exchange, Route route) =>
        ObjectKey.Of([.. route.ParentParameters.Select(parameter => exchange.Parameters![parameter])]);

    /// <summary>Lets the request take effect and notes it in the journal, as one step; null means that the connection is to be reset.</summary>
    private Reply? Apply(Exchange exchange)
    {
        lock (state.Gate)
        {
            var fault = exchange.Fault?.Fault ?? new Fault();
            state.Objects.Settle(state.Now);
            var isStopped = fault.Point == FaultPoint.BeforeEffect && (fault.Reset || fault.Status is not null);
            var reply = isStopped ? null : Run(exchange, fault);
            reply = fault.Reset ? null : Distort(exchange, fault, reply);
            Record(exchange, reply, fault.Reset ? JournalOutcome.Reset : fault.Truncate ? JournalOutcome.Truncated : JournalOutcome.Answered);
            return reply;
        }
    }

    private Reply Run(Exchange exchange, Fault fault)
    {
        var route = exchange.Route!;
        exchange.Call = new Call(exchange.Request, exchange.Parameters!, exchange.Principal, state)
        {
            FailState = fault.FailState,
            Window = exchange.Window,
        };
        try
        {
            var reply = route.Handle(exchange.Call);
            save();
            return reply;
        }
#pragma warning disable CA1031 // An emulator that breaks must say so in its answer and its log, and go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            EmulatorLog.OperationFailed(log, exception, route.Operation);
            return route.Api.Error(500);
        }
    }

    private Reply Distort(Exchange exchange, Fault fault, Reply? reply)
    {
        var api = exchange.Route!.Api;
        if (fault.Status is { } status)
        {
            reply = fault.Body is null ? api.Error(status) : Reply.Text(status, fault.Body, Reply.Json);
        }
        else if (fault.Body is not null)
        {
            reply = Reply.Text(reply!.Status, fault.Body, Reply.Json);
        }

        // A body that a test gave goes out as it was given.
        reply = fault.Body is null ? api.Decorate(reply!, exchange.Request, state) : reply!;
        if (fault.ContentType is { } contentType)
        {
            reply = reply.With("Content-Type", contentType);
        }

        return fault.Headers.Aggregate(reply, (answer, header) => answer.With(header.Key, header.Value));
    }

    private void Abandon(Exchange exchange)
    {
        lock (state.Gate)
        {
            if (exchange.Sequence is { } sequence)
            {
                state.Log.Amend(sequence, JournalOutcome.Abandoned);
            }
            else
            {
                Record(exchange, null, JournalOutcome.Abandoned);
            }
        }
    }

    private void Record(Exchange exchange, Reply? reply, JournalOutcome outcome)
    {
        var entry = exchange.Finish(state.Log.Next(), state.Now, reply, outcome);
        state.Log.Add(entry);
        EmulatorLog.Request(log, entry.Method, entry.Path, entry.Status, entry.Outcome, entry.Principal);
    }
}
