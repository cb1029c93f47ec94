namespace CodeAlchemy.Storage.Datasets;

/// <summary>The CRC-32 of gzip (RFC 1952, section 8), eight bytes at a time.</summary>
internal struct Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Tables = Build();
    private uint _state;

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly uint Value => _state;

    /// <summary>Takes more bytes in.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        var crc = ~_state;
        while (bytes.Length >= 8)
        {
            var low = BitConverter.ToUInt32(bytes) ^ crc;
            var high = BitConverter.ToUInt32(bytes[4..]);
            crc = tables[0x700 + (low & 0xFF)] ^ tables[0x600 + ((low >> 8) & 0xFF)]
                ^ tables[0x500 + ((low >> 16) & 0xFF)] ^ tables[0x400 + (low >> 24)]
                ^ tables[0x300 + (high & 0xFF)] ^ tables[0x200 + ((high >> 8) & 0xFF)]
                ^ tables[0x100 + ((high >> 16) & 0xFF)] ^ tables[high >> 24];
            bytes = bytes[8..];
        }

        foreach (var next in bytes)
        {
            crc = tables[(crc ^ next) & 0xFF] ^ (crc >> 8);
        }

        _state = ~crc;
    }

    private static uint[] Build()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            tables[i] = crc;
        }

        for (var i = 0x100; i < tables.Length; i++)
        {
            tables[i] = (tables[i - 0x100] >> 8) ^ tables[tables[i - 0x100] & 0xFF];
        }

        return tables;
    }
}
