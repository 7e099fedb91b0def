namespace CloudUpdate.Provider.Resources;

/// <summary>How a list is read page by page.</summary>
internal enum Paging
{
    /// <summary><c>limit</c> and <c>offset</c>, which counts items from zero.</summary>
    Offset,

    /// <summary><c>limit</c> and <c>marker</c>, taken from <c>page_info.next_marker</c>.</summary>
    Marker,

    /// <summary><c>itemsPerPage</c> and <c>pageNum</c> from one, against <c>totalCount</c>.</summary>
    Number,
}

/// <summary>A call that lists objects.</summary>
/// <param name="Name">The call's name in its API.</param>
/// <param name="Path">The path.</param>
/// <param name="Items">Member of the answer that holds the items.</param>
/// <param name="Paging">How pages follow each other.</param>
internal sealed record ListOperation(string Name, string Path, string Items, Paging Paging) : Operation(Name, HttpMethod.Get, Path)
{
    /// <summary>Items asked for per page.</summary>
    public int PageSize { get; init; } = 100;
}
