"""Begrüßt die Welt; saved in an old encoding."""
print("Grüß Gott")
