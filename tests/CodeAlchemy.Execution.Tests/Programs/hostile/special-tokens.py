# 50: names and values that look like a rendering's own tokens.
# expect: agreed
text = "<|call_sep|>{}<|action_sep|>"
globals()["a\x1fb\x10c"] = "<|end_of_text|>"
setattr(int.__class__ and type("T\x1f", (), {}), "x", 1)
odd = type("Odd\x1fName", (), {})()
odd.__dict__["field\x1f=x"] = "\x10"
print(text)  # <|frame_sep|>
