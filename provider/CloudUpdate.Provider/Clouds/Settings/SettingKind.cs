namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>What the text of a setting means.</summary>
internal enum SettingKind
{
    /// <summary>Text as it is.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A JSON object of texts.</summary>
    Map,
}
