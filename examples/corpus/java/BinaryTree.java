import java.util.StringJoiner;
import java.util.function.IntConsumer;

/** An ordered binary tree with removal. */
public class BinaryTree {
    private static final class Node {
        private int key;
        private Node left;
        private Node right;

        private Node(int key) {
            this.key = key;
        }
    }

    private Node root;
    private int size;

    void add(int key) {
        if (root == null) {
            root = new Node(key);
            size = 1;
            return;
        }
        Node node = root;
        while (true) {
            if (key == node.key) {
                return;
            }
            Node next = key < node.key ? node.left : node.right;
            if (next == null) {
                break;
            }
            node = next;
        }
        if (key < node.key) {
            node.left = new Node(key);
        } else {
            node.right = new Node(key);
        }
        size++;
    }

    void remove(int key) {
        root = without(root, key);
    }

    private Node without(Node node, int key) {
        if (node == null) {
            return null;
        }
        if (key < node.key) {
            node.left = without(node.left, key);
        } else if (key > node.key) {
            node.right = without(node.right, key);
        } else if (node.left == null || node.right == null) {
            size--;
            return node.left == null ? node.right : node.left;
        } else {
            Node smallest = node.right;
            while (smallest.left != null) {
                smallest = smallest.left;
            }
            node.key = smallest.key;
            node.right = without(node.right, smallest.key);
        }
        return node;
    }

    static int height(Node node) {
        return node == null ? 0 : 1 + Math.max(height(node.left), height(node.right));
    }

    static void walk(Node node, IntConsumer visit) {
        if (node != null) {
            walk(node.left, visit);
            visit.accept(node.key);
            walk(node.right, visit);
        }
    }

    String show() {
        StringJoiner keys = new StringJoiner(" ");
        walk(root, key -> keys.add(Integer.toString(key)));
        return keys + " (size " + size + ", height " + height(root) + ")";
    }

    public static void main(String[] args) {
        BinaryTree tree = new BinaryTree();
        int[] keys = {50, 30, 70, 20, 40, 60, 80, 30};
        for (int key : keys) {
            tree.add(key);
        }
        System.out.println(tree.show());
        for (int key : new int[] {20, 50, 99, 70}) {
            tree.remove(key);
            System.out.println("without " + key + ": " + tree.show());
        }
    }
}
