using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>Stops native work at a deadline or on cancellation. One use at a time.</summary>
internal sealed unsafe class Watch : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _limit;
    private readonly CancellationToken _cancellation;
    private readonly byte* _text;
    private readonly uint _length;
    private GCHandle _self;

    public Watch(TimeSpan limit, CancellationToken cancellation, byte* text = null, int length = 0)
    {
        _limit = limit;
        _cancellation = cancellation;
        _text = text;
        _length = (uint)length;
        _self = GCHandle.Alloc(this);
    }

    public bool Stopped { get; private set; }

    public NativeProgress Progress =>
        new() { Payload = GCHandle.ToIntPtr(_self), Callback = (nint)(delegate* unmanaged[Cdecl]<nint*, byte>)&ShouldStop };

    /// <summary>The text as tree-sitter reads it; the memory must stay where it is.</summary>
    public NativeInput Input => new()
    {
        Payload = GCHandle.ToIntPtr(_self),
        Read = (nint)(delegate* unmanaged[Cdecl]<nint, uint, NativePoint, uint*, byte*>)&Read,
    };

    public void Dispose() => _self.Free();

    // Both state structs begin with the payload.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShouldStop(nint* state)
    {
        var watch = (Watch)GCHandle.FromIntPtr(*state).Target!;
        watch.Stopped |= watch._cancellation.IsCancellationRequested || Stopwatch.GetElapsedTime(watch._start) > watch._limit;
        return watch.Stopped ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte* Read(nint payload, uint offset, NativePoint position, uint* count)
    {
        var watch = (Watch)GCHandle.FromIntPtr(payload).Target!;
        var rest = offset < watch._length ? watch._length - offset : 0;
        *count = rest;
        return watch._text + (watch._length - rest);
    }
}
