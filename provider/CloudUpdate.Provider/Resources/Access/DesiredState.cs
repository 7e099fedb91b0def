using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>What an object is to be brought to.</summary>
/// <param name="Inputs">What the program states, without what it asks to ignore.</param>
/// <param name="Known">Old inputs: what is believed to be in force of what the cloud never gives back.</param>
/// <param name="ResendSecrets">Whether write-only secrets are sent even where they did not change.</param>
internal sealed record DesiredState(PropertyMap Inputs, PropertyMap Known, bool ResendSecrets);
