value = "global"


def show(list):
    value = len(list)
    for list in list:
        value += list
    print = value
    return print


class Box:
    value = 3

    def get(self):
        value = self.value
        return value


total = show([1, 2])
value = Box().get()
del total
