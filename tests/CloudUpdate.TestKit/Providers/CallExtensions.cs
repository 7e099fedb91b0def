using System.Runtime.CompilerServices;
using CloudUpdate.TestKit.Time;
using Grpc.Core;
using NUnit.Framework;

namespace CloudUpdate.TestKit.Providers;

/// <summary>Awaits gRPC calls in tests, never for longer than the tests' time limit.</summary>
public static class CallExtensions
{
    /// <summary>The answer.</summary>
    public static async Task<T> OrTimeout<T>(this AsyncUnaryCall<T> call, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using (call)
        {
            return await call.ResponseAsync.OrTimeout(file, line);
        }
    }

    /// <summary>The error; fails the test where there is none.</summary>
    public static async Task<RpcException> FailureAsync<T>(this AsyncUnaryCall<T> call, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        try
        {
            await call.OrTimeout(file, line);
        }
        catch (RpcException error)
        {
            return error;
        }

        throw new AssertionException($"{Path.GetFileName(file)}:{line} expected an error, and the call succeeded.");
    }
}
