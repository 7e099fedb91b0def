using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Registration;

internal sealed class OptionMergeTests
{
    [Test]
    public async Task Merge_OfBoth_LastSingleValueWinsAndListsJoin()
    {
        var one = new CustomResourceOptions
        {
            Id = "1",
            Version = "1",
            Protect = true,
            Urn = "1",
            PluginDownloadURL = "1",
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            ImportId = "1",
            IgnoreChanges = { "1" },
            ReplaceOnChanges = { "1" },
            AdditionalSecretOutputs = { "1" },
            Aliases = { new Alias { Urn = "1" } },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(1) },
        };
        var two = new CustomResourceOptions
        {
            Id = "2",
            Version = "2",
            Protect = false,
            Urn = "2",
            PluginDownloadURL = "2",
            RetainOnDelete = false,
            DeleteBeforeReplace = false,
            ImportId = "2",
            IgnoreChanges = { "1", "2" },
            ReplaceOnChanges = { "2" },
            AdditionalSecretOutputs = { "2" },
            Aliases = { new Alias { Urn = "2" } },
            CustomTimeouts = new CustomTimeouts { Update = TimeSpan.FromSeconds(2) },
        };

        var merged = CustomResourceOptions.Merge(one, two);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await OutputUtilities.GetValueAsync(merged.Id.ToOutput()), Is.EqualTo("2"));
        Assert.That((merged.Version, merged.Urn, merged.PluginDownloadURL, merged.ImportId), Is.EqualTo(("2", "2", "2", "2")));
        Assert.That((merged.Protect, merged.RetainOnDelete, merged.DeleteBeforeReplace), Is.EqualTo((false, false, false)));
        Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "1", "1", "2" }));
        Assert.That(merged.ReplaceOnChanges, Is.EqualTo(new[] { "1", "2" }));
        Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(new[] { "1", "2" }));
        Assert.That(merged.Aliases, Has.Count.EqualTo(2));
        Assert.That((merged.CustomTimeouts!.Create, merged.CustomTimeouts.Update), Is.EqualTo(((TimeSpan?)null, TimeSpan.FromSeconds(2))));
        Assert.That(one.IgnoreChanges, Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public void Merge_WithNullOrEmpty_KeepsTheOther([Values] bool emptyIsNull)
    {
        var options = new CustomResourceOptions { Version = "1", Protect = true, IgnoreChanges = { "1" } };
        var empty = emptyIsNull ? null : new CustomResourceOptions();

        foreach (var merged in new[] { CustomResourceOptions.Merge(options, empty), CustomResourceOptions.Merge(empty, options) })
        {
            Assert.That((merged.Version, merged.Protect), Is.EqualTo(("1", true)));
            Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "1" }));
            Assert.That(merged, Is.Not.SameAs(options));
        }
    }

    [Test]
    public async Task Merge_OfDependsOn_Joins()
    {
        var one = new DependencyResource("urn:1");
        var two = new DependencyResource("urn:2");

        var merged = CustomResourceOptions.Merge(new() { DependsOn = { one } }, new() { DependsOn = { two } });

        Assert.That(await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()), Is.EqualTo(new[] { one, two }));
    }
}
