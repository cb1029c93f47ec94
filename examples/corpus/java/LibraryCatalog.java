import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Books, loans and waiting lists of a small library. */
public class LibraryCatalog {
    private static final int LOAN_DAYS = 14;

    static final class Book {
        final String title;
        String borrower;
        int due;
        final Deque<String> waiting = new ArrayDeque<>();

        Book(String title) {
            this.title = title;
        }
    }

    private final Map<String, Book> books = new TreeMap<>();
    private final Map<String, Integer> fines = new TreeMap<>();

    void add(String... titles) {
        for (String title : titles) {
            books.put(title, new Book(title));
        }
    }

    boolean lend(String title, String reader, int day) {
        Book book = books.get(title);
        if (book == null) {
            throw new IllegalArgumentException("no book called " + title);
        }
        if (book.borrower != null) {
            book.waiting.addLast(reader);
            return false;
        }
        book.borrower = reader;
        book.due = day + LOAN_DAYS;
        return true;
    }

    int giveBack(String title, int day) {
        Book book = books.get(title);
        int late = Math.max(0, day - book.due);
        if (late > 0) {
            int fine = late * 5;
            fines.merge(book.borrower, fine, Integer::sum);
        }
        book.borrower = book.waiting.pollFirst();
        if (book.borrower != null) {
            book.due = day + LOAN_DAYS;
        }
        return late;
    }

    List<String> overdue(int day) {
        List<String> lines = new ArrayList<>();
        for (Book book : books.values()) {
            if (book.borrower != null && book.due < day) {
                lines.add(book.title + " with " + book.borrower + " since day " + book.due);
            }
        }
        return lines;
    }

    public static void main(String[] args) {
        LibraryCatalog library = new LibraryCatalog();
        library.add("Middlemarch", "Dune", "Emma");
        System.out.println("lent: " + library.lend("Dune", "Ines", 1));
        System.out.println("lent: " + library.lend("Emma", "Ines", 3));
        System.out.println("lent: " + library.lend("Dune", "Tom", 4));
        System.out.println("late by " + library.giveBack("Dune", 20));
        System.out.println("overdue: " + library.overdue(30));
        try {
            library.lend("Ulysses", "Tom", 31);
        } catch (IllegalArgumentException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
        System.out.println("fines: " + library.fines);
    }
}
