# A change through one name shows under all names.
# expect: agreed
row = [1]
table = {"row": row}


def change(rows):
    rows.append(2)


change(row)
print(table)
