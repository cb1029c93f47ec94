class Main {
    private final String owner;
    private int visits;

    Main(String owner) {
        this.owner = owner;
    }

    class Room {
        final int number;

        Room(int number) {
            this.number = number;
        }

        String enter() {
            visits++;
            return owner + " in room " + number;
        }
    }

    static class Key {
        String label = "key";
    }

    interface Greeter {
        String greet();
    }

    static Greeter greeter(String name, int times) {
        class Polite implements Greeter {
            @Override
            public String greet() {
                return ("dear " + name + " ").repeat(times).trim();
            }
        }
        return new Polite();
    }

    public static void main(String[] args) {
        Main house = new Main("Ida");
        Room room = house.new Room(7);
        System.out.println(room.enter());
        System.out.println(house.visits);
        Key key = new Key();
        key.label += " of " + room.number;
        System.out.println(key.label);
        System.out.println(greeter("Bo", 2).greet());
        int base = 40;
        Greeter anonymous = new Greeter() {
            int calls = 0;

            @Override
            public String greet() {
                calls++;
                return "call " + (base + calls);
            }
        };
        anonymous.greet();
        System.out.println(anonymous.greet());
    }
}
