größe = "Käse — 日本語 🎉"
zeichen = "\ud800 lone"
control = "tab\t, escape \x1b, separator \x1f, escape \x10"
print(größe)
print("\x1f\x10 between")
