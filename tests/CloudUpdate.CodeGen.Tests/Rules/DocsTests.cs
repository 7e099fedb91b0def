using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>From Markdown descriptions to documentation comments.</summary>
internal sealed class DocsTests
{
    [TestCase("One line.", "<summary>|One line.|</summary>")]
    [TestCase("Two\nlines.", "<summary>|Two|lines.|</summary>")]
    [TestCase("", "<summary>|fallback|</summary>")]
    [TestCase("a < b && c > \"d\"", "<summary>|a &lt; b &amp;&amp; c &gt; \"d\"|</summary>")]
    [TestCase("`a<b>`, *soft* and **strong**", "<summary>|<c>a&lt;b&gt;</c>, <i>soft</i> and <b>strong</b>|</summary>")]
    [TestCase("See [the docs](https://acme.example/?a=1&b=2).", "<summary>|See <see href=\"https://acme.example/?a=1&amp;b=2\">the docs</see>.|</summary>")]
    [TestCase("See [here](/docs/page).", "<summary>|See here.|</summary>", Description = "Leads nowhere from an editor.")]
    [TestCase("<https://acme.example>", "<summary>|<see href=\"https://acme.example\">https://acme.example</see>|</summary>")]
    [TestCase("Raw <span class=\"x\">HTML</span>", "<summary>|Raw &lt;span class=\"x\"&gt;HTML&lt;/span&gt;|</summary>")]
    [TestCase("A\u0001B", "<summary>|AB|</summary>", Description = "XML has no control characters.")]
    [TestCase("Sum.\n\nRest.", "<summary>|Sum.|</summary>|<remarks>|<para>Rest.</para>|</remarks>")]
    [TestCase("Sum.\n\n- a\n- b `c`", "<summary>|Sum.|</summary>|<remarks>|<list type=\"bullet\">|<item><description>a</description></item>|<item><description>b <c>c</c></description></item>|</list>|</remarks>")]
    [TestCase("Sum.\n\n1. a\n\n   more", "<summary>|Sum.|</summary>|<remarks>|<list type=\"number\">|<item><description>|<para>a</para>|<para>more</para>|</description></item>|</list>|</remarks>")]
    [TestCase("Sum.\n\n| A | B |\n|---|---|\n| 1 | 2 |", "<summary>|Sum.|</summary>|<remarks>|<list type=\"table\">|<listheader><term>A</term><description>B</description></listheader>|<item><term>1</term><description>2</description></item>|</list>|</remarks>")]
    [TestCase("Sum.\n\n<!-- hidden -->\n\nRest.", "<summary>|Sum.|</summary>|<remarks>|<para>Rest.</para>|</remarks>")]
    [TestCase("- only a list", "<summary>|fallback|</summary>|<remarks>|<list type=\"bullet\">|<item><description>only a list</description></item>|</list>|</remarks>")]
    public void Comment_Markdown_Xml(string markdown, string expected) =>
        Assert.That(string.Join('|', MarkdownDocs.Comment(markdown, "fallback").Lines), Is.EqualTo(expected));

    [Test]
    public void Comment_Examples_OwnElementInReadableLanguages()
    {
        var lines = Lines("""
            Sum.

            ## Example Usage

            ### Basic

            ```csharp
            var x = a < b;

            return;
            ```

            ```python
            x = 1
            ```

            ## Import

            ```sh
            pulumi import
            ```
            """);

        Assert.That(lines, Is.EqualTo(new[]
        {
            "<summary>", "Sum.", "</summary>",
            "<remarks>", "<para><b>Import</b></para>", "<code>", "pulumi import", "</code>", "</remarks>",
            "<example>", "<para><b>Example Usage</b></para>", "<para><b>Basic</b></para>", "<code>", "var x = a &lt; b;", "", "return;", "</code>", "</example>",
        }));
    }

    [Test]
    public void Comment_ExamplesInOtherLanguagesOnly_NoExample() => Assert.That(
        Lines("Sum.\n\n## Example Usage\n\n```python\nx = 1\n```"), Is.EqualTo(new[] { "<summary>", "Sum.", "</summary>" }));

    [Test]
    public void Comment_Shortcodes_ResolvedOrGone()
    {
        var lines = Lines("""
            Sum, see {{% ref #/resources/acme:index%2Fthing:Thing/properties/size %}}.

            {{% examples %}}
            ## Example Usage
            {{% example %}}
            ### Kept
            ```csharp
            kept();
            ```
            {{% /example %}}
            {{% example %}}
            ### Dropped
            ```typescript
            dropped();
            ```
            {{% /example %}}
            {{% /examples %}}
            """);

        Assert.That(lines, Does.Contain("Sum, see <c>size</c>.").And.Contain("<para><b>Kept</b></para>").And.Contain("kept();"));
        Assert.That(string.Concat(lines), Does.Not.Contain("Dropped").And.Not.Contain("{{%"));
    }

    private static IReadOnlyList<string> Lines(string markdown) => MarkdownDocs.Comment(markdown, "fallback").Lines;
}
