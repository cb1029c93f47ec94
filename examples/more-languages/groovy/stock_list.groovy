/** What a workshop has in stock, and what has to be bought. */
class Part {
    String name;
    int count;
    int least;

    /** The number of pieces that are missing, or 0. */
    int missing() {
        return count < least ? least - count : 0
    }
}

class Inventory {
    static final int PACK_SIZE = 6;

    private Map<String, Part> parts = new LinkedHashMap<String, Part>();

    void add(String name, int count, int least) {
        parts[name] = new Part(name: name, count: count, least: least)
    }

    boolean take(String name, int count) {
        Part part = parts[name]
        if (part == null || part.count < count) {
            return false
        }
        part.count -= count
        return true
    }

    /** Packs to buy of each part; parts are sold in whole packs. */
    Map<String, Integer> shoppingList() {
        Map<String, Integer> list = new LinkedHashMap<String, Integer>()
        for (Part part : parts.values()) {
            int missing = part.missing()
            if (missing > 0) {
                list[part.name] = missing.intdiv(PACK_SIZE) + (missing % PACK_SIZE > 0 ? 1 : 0)
            }
        }
        return list
    }
}

def inventory = new Inventory()
inventory.add('hinge', 12, 8)
inventory.add('screw', 40, 60)
inventory.add('handle', 3, 3)

def wishes = [['hinge', 5], ['handle', 4], ['screw', 16], ['lock', 1], ['handle', 2]]
for (wish in wishes) {
    def done = inventory.take(wish[0], wish[1])
    println("${wish[1]} ${wish[0]}: " + (done ? 'taken' : 'not there'))
}
for (entry in inventory.shoppingList()) {
    println("buy ${entry.value} x ${entry.key}")
}
