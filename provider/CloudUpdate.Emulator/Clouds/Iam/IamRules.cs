using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>Shapes of the request bodies, as in Huawei Cloud's API reference for Identity and Access Management.</summary>
internal static class IamRules
{
    private static readonly IReadOnlyList<FieldRule> IdOrName = [new("id", FieldType.Text), new("name", FieldType.Text)];

    private static readonly FieldRule Scope = new("scope", FieldType.Object)
    {
        Members =
        [
            new("project", FieldType.Object) { Members = [.. IdOrName, new("domain", FieldType.Object) { Members = IdOrName }] },
            new("domain", FieldType.Object) { Members = IdOrName },
        ],
    };

    private static readonly FieldRule Duration = new("duration_seconds", FieldType.Whole) { Range = (900, 86400) };

    private static readonly FieldRule Identity = new("identity", FieldType.Object)
    {
        Required = true,
        Members =
        [
            new("methods", FieldType.Texts) { Required = true, Range = (1, 2) },
            new("password", FieldType.Object)
            {
                Members =
                [
                    new("user", FieldType.Object)
                    {
                        Required = true,
                        Members =
                        [
                            new("password", FieldType.Text) { Required = true },
                            new("domain", FieldType.Object) { Members = IdOrName },
                            .. IdOrName,
                        ],
                    },
                ],
            },
            new("token", FieldType.Object) { Members = [new("id", FieldType.Text), Duration] },
            new("assume_role", FieldType.Object)
            {
                Members =
                [
                    new("agency_name", FieldType.Text) { Required = true },
                    new("domain_id", FieldType.Text),
                    new("domain_name", FieldType.Text),
                    Duration,
                ],
            },
        ],
    };

    public static IReadOnlyList<FieldRule> Token { get; } = Auth(Identity, Scope);

    public static IReadOnlyList<FieldRule> IdToken { get; } =
        Auth(new FieldRule("id_token", FieldType.Object) { Required = true, Members = [new("id", FieldType.Text) { Required = true }] }, Scope);

    public static IReadOnlyList<FieldRule> SecurityToken { get; } = Auth(Identity);

    private static IReadOnlyList<FieldRule> Auth(params IReadOnlyList<FieldRule> members) =>
        [new("auth", FieldType.Object) { Required = true, Members = members }];
}
