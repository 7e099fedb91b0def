namespace CloudUpdate.Provider.Resources;

/// <summary>What is said to the user about the resource at hand. Never a secret.</summary>
internal interface INotices
{
    /// <summary>Something to know.</summary>
    void Info(string message);

    /// <summary>Something to act on.</summary>
    void Warn(string message);

    /// <summary>How a long wait stands; shown while it lasts.</summary>
    void Progress(string message);
}
