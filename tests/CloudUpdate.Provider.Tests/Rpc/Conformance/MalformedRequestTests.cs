using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>What no gRPC client would send, byte by byte: item 81 of the provider checklist below the level of messages.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MalformedRequestTests
{
    private const string Check = "/pulumirpc.ResourceProvider/Check";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private ProviderHost _host = null!;

    private static IEnumerable<TestCaseData> Frames()
    {
        yield return Frame("garbage in a frame", Framed([0xFF, 0xFF, 0xFF, 0xFF]), StatusCode.Internal);
        yield return Frame("a field cut short", Framed([0x0A, 0x7F, 0x41]), StatusCode.Internal);
        yield return Frame("a group without an end", Framed([0x0B]), StatusCode.Internal);
        yield return Frame("text that is not UTF-8", Framed([0x0A, 0x02, 0xC3, 0x28]), StatusCode.Internal);
        yield return Frame("an empty message", Framed([]), StatusCode.InvalidArgument);
        yield return Frame("no frame at all", [], StatusCode.Internal);
        yield return Frame("half a frame header", [0, 0], StatusCode.Internal);
        yield return Frame("a frame cut short", [0, 0, 0, 0, 9, 1, 2], StatusCode.Internal);
        yield return Frame("a frame above the limit", [0, 0x20, 0, 0, 0, 1, 2], StatusCode.ResourceExhausted);
        yield return Frame("a frame of 4 GB", [0, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2], StatusCode.Internal);
        yield return Frame("compression that was not announced", [1, 0, 0, 0, 1, 0], StatusCode.Internal);
        yield return Frame("two messages", [.. Framed([]), .. Framed([])], StatusCode.Internal);
        yield return Frame("lists 100000 deep", Framed(DeepLists(100_000)), StatusCode.Internal);
    }

    [SetUp]
    public async Task StartAsync() => _host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [TestCaseSource(nameof(Frames))]
    public async Task Conformance_81_MalformedFrame_IsAStatus(byte[] body, StatusCode expected)
    {
        _host.Logs.Expect(entry => entry.Exception?.Contains("Message too large", StringComparison.Ordinal) == true);

        Assert.That(await PostAsync(Check, body), Is.EqualTo(expected));
        await AssertServesAsync();
    }

    [Test]
    public async Task Conformance_81_WrongContentType_IsRefused()
    {
        using var content = new ByteArrayContent(Framed([]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = Request(Check, content);

        using var answer = await _http.SendAsync(request).OrTimeout();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        await AssertServesAsync();
    }

    [TestCase("/pulumirpc.ResourceProvider/NoSuchMethod")]
    [TestCase("/pulumirpc.NoSuchService/Check")]
    public async Task Conformance_81_UnknownMethod_IsUnimplemented(string path)
    {
        Assert.That(await PostAsync(path, Framed([])), Is.EqualTo(StatusCode.Unimplemented));
    }

    [Test]
    public async Task Conformance_81_BytesThatAreNotHttp_EndThatConnectionAlone()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Host.Port).OrTimeout();
        await socket.GetStream().WriteAsync(new byte[10_000]).AsTask().OrTimeout();

        var read = await ReadToEndAsync(socket.GetStream()).OrTimeout();

        Assert.That(read, Is.LessThan(1000));
        await AssertServesAsync();
    }

    [Test]
    public async Task Conformance_81_NestedHundredAndFiftyMaps_IsUnderstood()
    {
        var value = Text("bottom");
        for (var depth = 0; depth < 150; depth++)
        {
            value = Map(("k", value));
        }

        // The answer of Delete is empty: a client's reader stops earlier than the provider's.
        await _host.Client.DeleteAsync(new DeleteRequest { Urn = Urn, Id = "i", Properties = Of(("k", value)) }).OrTimeout();
    }

    [Test]
    public async Task Conformance_81_ThousandDamagedRequests_AreAnsweredWithoutHarm()
    {
        var random = new Random(81);
        var whole = WholeRequests();
        var damaged = Enumerable.Range(0, 1000).Select(number => whole[number % whole.Length])
            .Select(request => (request.Method, Body: Damage(request.Message.ToByteArray(), random))).ToList();

        foreach (var chunk in damaged.Chunk(50))
        {
            var codes = await Task.WhenAll(chunk.Select(request => PostAsync($"/pulumirpc.ResourceProvider/{request.Method}", request.Body))).OrTimeout();
            Assert.That(codes, Has.None.EqualTo(StatusCode.Unknown).And.None.EqualTo(StatusCode.Unavailable));
        }

        await AssertServesAsync();
    }

    private static (string Method, IMessage Message)[] WholeRequests()
    {
        var bag = Everywhere(Special(Protocol.Values.Signatures.Asset, ("hash", Text("ab"))));
        return
        [
            ("Check", new CheckRequest { Urn = Urn, News = bag, RandomSeed = ByteString.CopyFrom(new byte[32]) }),
            ("Diff", new DiffRequest { Urn = Urn, Id = "i", Olds = bag, OldInputs = bag, News = bag, IgnoreChanges = { "a[0]" } }),
            ("Create", new CreateRequest { Urn = Urn, Properties = bag, Timeout = 10, Preview = true }),
            ("Read", new ReadRequest { Urn = Urn, Id = "i", Properties = bag, Inputs = bag }),
            ("Update", new UpdateRequest { Urn = Urn, Id = "i", Olds = bag, News = bag }),
            ("Delete", new DeleteRequest { Urn = Urn, Id = "i", Properties = bag }),
            ("Invoke", new InvokeRequest { Tok = "cloudupdate:test:get", Args = bag }),
            ("CheckConfig", new CheckRequest { Urn = Urn, News = bag }),
            ("DiffConfig", new DiffRequest { Urn = Urn, News = bag }),
            ("Configure", new ConfigureRequest { Args = bag, Urn = Urn }),
        ];
    }

    private static byte[] Damage(byte[] message, Random random)
    {
        var copy = message.ToArray();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        var body = Framed(random.Next(4) == 0 ? copy[..random.Next(copy.Length)] : copy);
        return random.Next(8) == 0 ? body[..random.Next(body.Length)] : body;
    }

    private static TestCaseData Frame(string name, byte[] body, StatusCode expected) => new TestCaseData(body, expected).SetArgDisplayNames(name);

    private static byte[] Framed(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    // A CheckRequest whose news hold lists inside of each other; written by hand, since the library's writer would not survive it.
    private static byte[] DeepLists(int depth)
    {
        var inner = Value.ForBool(true).ToByteArray();
        var sizes = new int[2 * depth];
        var size = inner.Length;
        for (var level = sizes.Length - 1; level >= 0; level--)
        {
            sizes[level] = size;
            size += 1 + CodedOutputStream.ComputeInt32Size(size);
        }

        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            var entry = 3 + 1 + CodedOutputStream.ComputeInt32Size(size) + size;
            output.WriteRawTag(3 << 3 | 2);
            output.WriteLength(1 + CodedOutputStream.ComputeInt32Size(entry) + entry);
            output.WriteRawTag(1 << 3 | 2);
            output.WriteLength(entry);
            output.WriteRawTag(1 << 3 | 2);
            output.WriteString("k");
            output.WriteRawTag(2 << 3 | 2);
            output.WriteLength(size);
            for (var level = 0; level < sizes.Length; level++)
            {
                output.WriteRawTag((byte)((level % 2 == 0 ? 6 : 1) << 3 | 2));
                output.WriteLength(sizes[level]);
            }
        }

        return [.. stream.ToArray(), .. inner];
    }

    private static async Task<int> ReadToEndAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var total = 0;
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                total += count;
            }
        }
        catch (IOException)
        {
            // A reset ends the connection as well.
        }

        return total;
    }

    private HttpRequestMessage Request(string path, HttpContent content) => new(HttpMethod.Post, $"http://{_host.Address}{path}")
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = content,
        Headers = { { "te", "trailers" } },
    };

    private async Task<StatusCode> PostAsync(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = Request(path, content);
        using var answer = await _http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var status = answer.TrailingHeaders.TryGetValues("grpc-status", out var trailer) ? trailer.Single() : answer.Headers.GetValues("grpc-status").Single();
        return System.Enum.Parse<StatusCode>(status);
    }

    private async Task AssertServesAsync()
    {
        var answer = await _host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = Of(("a", Text("b"))) }).OrTimeout();
        Assert.That(answer.Inputs.Fields["a"].StringValue, Is.EqualTo("b"));
    }
}
