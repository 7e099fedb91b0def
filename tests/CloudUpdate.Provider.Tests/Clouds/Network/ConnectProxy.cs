using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CloudUpdate.Provider.Tests.Clouds.Network;

/// <summary>An HTTP proxy that leads every CONNECT to one port of this machine.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];
    private readonly int _target;
    private readonly string? _credentials;

    /// <summary>Starts a proxy.</summary>
    /// <param name="target">The port that everything is led to.</param>
    /// <param name="credentials">User and password that it wants, as <c>user:password</c>; null for none.</param>
    public ConnectProxy(int target, string? credentials = null)
    {
        (_target, _credentials) = (target, credentials);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The first lines of the requests so far.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = LeadAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task LeadAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var head = await HeadAsync(stream);
            lock (_asked)
            {
                _asked.Add(head.Split("\r\n")[0]);
            }

            var wanted = _credentials is null ? null : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(_credentials))}";
            if (wanted is not null && !head.Contains(wanted, StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                return;
            }

            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _target);
            await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
            await Task.WhenAny(stream.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(stream));
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
