using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>Hashes of texts (UTF-8) in lower-case hexadecimal digits.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The template asks for this function by name.")]
[SuppressMessage("Security", "CA5351", Justification = "The template asks for this function by name.")]
internal static class Hashes
{
    public static Group AddTo(Group group) => group
        .Add("hmac_sha1", "text:text secretKey:text", c => Hex(HMACSHA1.HashData(Bytes(c, 1), Bytes(c, 0))))
        .Add("hmac_sha256", "text:text secretKey:text", c => Hex(HMACSHA256.HashData(Bytes(c, 1), Bytes(c, 0))))
        .Add("hmac_sha512", "text:text secretKey:text", c => Hex(HMACSHA512.HashData(Bytes(c, 1), Bytes(c, 0))))
        .Add("md5", "text:text", c => Hex(MD5.HashData(Bytes(c, 0))))
        .Add("sha1", "text:text", c => Hex(SHA1.HashData(Bytes(c, 0))))
        .Add("sha256", "text:text", c => Hex(SHA256.HashData(Bytes(c, 0))))
        .Add("sha512", "text:text", c => Hex(SHA512.HashData(Bytes(c, 0))));

    private static byte[] Bytes(BuiltinCall call, int index) => Encoding.UTF8.GetBytes(call.Text(index) ?? string.Empty);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
