package codealchemy.trace;

/** Reads what a collection of a library holds, without calling any of its code. */
interface Gatherer {
    /**
     * The elements; of a map each key and its value.
     *
     * @param most how many are wanted; of a collection without order all are given that are not more than can be sorted
     */
    Object[] elements(Object collection, int most);

    /** How many elements or entries there are; -1 when that isn't known. */
    int size(Object collection);
}
