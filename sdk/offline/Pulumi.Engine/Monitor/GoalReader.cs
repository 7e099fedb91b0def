using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Monitor;

/// <summary>Reads what a program registers, and refuses what this engine leaves out.</summary>
internal static class GoalReader
{
    /// <exception cref="RpcException">The request is malformed, or asks for something that this engine leaves out.</exception>
    public static ResourceGoal Read(RegisterResourceRequest request, string projectDirectory)
    {
        RefuseUnsupported(request);
        RequireToken(request.Type, request.Custom);
        var properties = Properties(request.Object);
        var dependencies = Distinct(request.Dependencies.Concat(OutputDependencies(properties)));
        return new ResourceGoal
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = request.Parent,
            Properties = properties.Select((_, value) => Downgrade(value)),
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            Dependencies = dependencies,
            PropertyDependencies = PropertyDependencies(request, properties, dependencies),
            Provider = request.Provider,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            HideDiffs = [.. request.HideDiffs],
            Aliases = [.. request.AliasURNs.Select(urn => new ResourceAlias { Urn = urn }), .. request.Aliases.Select(Alias)],
            ImportId = request.ImportId,
            CustomTimeouts = Timeouts(request.CustomTimeouts),
            DeletedWith = request.DeletedWith,
            SourcePosition = Position(request.SourcePosition, projectDirectory),
        };
    }

    /// <exception cref="RpcException">The request is malformed.</exception>
    public static ResourceGoal Read(ReadResourceRequest request, string projectDirectory)
    {
        RequireToken(request.Type, custom: true);
        return new ResourceGoal
        {
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Parent = request.Parent,
            Properties = Properties(request.Properties).Select((_, value) => Downgrade(value)),
            Dependencies = Distinct(request.Dependencies),
            Provider = request.Provider,
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            ImportId = Signatures.IsUnknown(request.Id) ? string.Empty : request.Id,
            SourcePosition = Position(request.SourcePosition, projectDirectory),
        };
    }

    /// <exception cref="RpcException">The bag breaks the encoding rules, or holds an asset.</exception>
    public static PropertyMap Properties(Google.Protobuf.WellKnownTypes.Struct? bag)
    {
        try
        {
            var properties = PropertyCodec.DecodeOrEmpty(bag);
            return properties.Values.Any(HoldsAsset)
                ? throw Refusal(StatusCode.Unimplemented, "assets and archives are left out of this engine; use the Pulumi CLI")
                : properties;
        }
        catch (PropertyDecodingException exception)
        {
            throw Refusal(StatusCode.InvalidArgument, exception.Message);
        }
    }

    public static RpcException Refusal(StatusCode code, string message) => new(new Grpc.Core.Status(code, message));

    private static void RefuseUnsupported(RegisterResourceRequest request)
    {
        var left = request switch
        {
            { Remote: true } => "components of other languages (Construct)",
            { Transforms.Count: > 0 } => "transforms",
            { Hooks: { } hooks } when hooks.CalculateSize() > 0 => "resource hooks",
            { ReplaceWith.Count: > 0 } => "the option replaceWith",
            { ReplacementTrigger: not null } => "the option replacementTrigger",
            { PackageRef.Length: > 0 } => "parameterized packages",
            { StateMigrations.Count: > 0 } => "state migrations",
            { EnvVarMappings.Count: > 0 } => "the option envVarMappings",
            _ => null,
        };
        if (left is not null)
        {
            throw Refusal(StatusCode.Unimplemented, $"{request.Type} '{request.Name}': {left} are not available in this engine; use the Pulumi CLI");
        }
    }

    private static void RequireToken(string type, bool custom)
    {
        if (custom && type.Split(':') is not [{ Length: > 0 }, _, { Length: > 0 }])
        {
            throw Refusal(StatusCode.InvalidArgument, $"invalid resource type '{type}': it must have the form package:module:Name");
        }
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies(
        RegisterResourceRequest request, PropertyMap properties, ImmutableArray<string> all)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in properties)
        {
            var given = request.PropertyDependencies.Count == 0 ? all
                : request.PropertyDependencies.TryGetValue(key, out var urns) ? [.. urns.Urns] : ImmutableArray<string>.Empty;
            result[key] = Distinct(given.Concat(OutputDependencies(value)));
        }

        return result.ToImmutable();
    }

    private static IEnumerable<string> OutputDependencies(PropertyMap map) => map.Values.SelectMany(OutputDependencies);

    private static IEnumerable<string> OutputDependencies(PropertyValue value) => value switch
    {
        OutputValue output => (output.Dependencies.IsDefault ? [] : output.Dependencies).Concat(output.Value is null ? [] : OutputDependencies(output.Value)),
        SecretValue secret => OutputDependencies(secret.Value),
        ListValue list => list.Items.SelectMany(OutputDependencies),
        MapValue map => OutputDependencies(map.Map),
        _ => [],
    };

    // Providers never see output values: what they say is told as secret, unknown and dependency.
    private static PropertyValue Downgrade(PropertyValue value) => value switch
    {
        OutputValue output => output.IsSecret == true ? PropertyValue.Secret(Downgrade(output.Unwrapped)) : Downgrade(output.Unwrapped),
        SecretValue secret => PropertyValue.Secret(Downgrade(secret.Value)),
        ListValue list => PropertyValue.Of(list.Items.Select(Downgrade)),
        MapValue map => PropertyValue.Of(map.Map.Select((_, member) => Downgrade(member))),
        _ => value,
    };

    private static bool HoldsAsset(PropertyValue value) => value.Unwrapped switch
    {
        AssetValue or ArchiveValue => true,
        ListValue list => list.Items.Any(HoldsAsset),
        MapValue map => map.Map.Values.Any(HoldsAsset),
        _ => false,
    };

    private static ResourceAlias Alias(Alias alias) => alias.AliasCase == CloudUpdate.Protocol.Rpc.Alias.AliasOneofCase.Urn
        ? new ResourceAlias { Urn = alias.Urn }
        : new ResourceAlias
        {
            Name = Optional(alias.Spec.Name),
            Type = Optional(alias.Spec.Type),
            Stack = Optional(alias.Spec.Stack),
            Project = Optional(alias.Spec.Project),
            ParentUrn = alias.Spec.ParentCase == CloudUpdate.Protocol.Rpc.Alias.Types.Spec.ParentOneofCase.ParentUrn ? Optional(alias.Spec.ParentUrn) : null,
            NoParent = alias.Spec is { ParentCase: CloudUpdate.Protocol.Rpc.Alias.Types.Spec.ParentOneofCase.NoParent, NoParent: true },
        };

    private static CustomTimeouts? Timeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        if (timeouts is null || timeouts.CalculateSize() == 0)
        {
            return null;
        }

        try
        {
            return new CustomTimeouts(
                GoDuration.ParseSeconds(timeouts.Create),
                GoDuration.ParseSeconds(timeouts.Update),
                GoDuration.ParseSeconds(timeouts.Delete),
                GoDuration.ParseSeconds(timeouts.Read));
        }
        catch (FormatException exception)
        {
            throw Refusal(StatusCode.InvalidArgument, $"unable to parse customTimeouts: {exception.Message}");
        }
    }

    // The state keeps no path of this machine: positions are relative to the project.
    private static string Position(SourcePosition? position, string projectDirectory)
    {
        if (position is null || !Uri.TryCreate(position.Uri, UriKind.Absolute, out var uri) || !uri.IsFile)
        {
            return string.Empty;
        }

        var path = Path.GetRelativePath(projectDirectory, uri.LocalPath).Replace('\\', '/');
        return $"project:///{path}#{position.Line}{(position.Column > 0 ? $",{position.Column}" : string.Empty)}";
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> urns) => [.. urns.Where(urn => urn.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
