namespace CodeAlchemy.Text.Tokens;

/// <summary>A token that is found in the text as it stands, before anything else.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
/// <param name="StripsLeft">Whether it takes the white space before it.</param>
/// <param name="StripsRight">Whether it takes the white space after it.</param>
internal sealed record AddedToken(int Id, string Text, bool StripsLeft, bool StripsRight);
