/*
 * A game for two: in turns they take one to three sticks; who takes the last one wins.
 * The first player's moves are the arguments, the second player plays well.
 */

/** The best move, or 1 where every move loses. */
int bestMove(int sticks) {
    int rest = sticks % 4
    return rest == 0 ? 1 : rest
}

boolean allowed(int move, int sticks) {
    return move >= 1 && move <= 3 && move <= sticks
}

/** Returns the number of the winner, 0 for an unfinished game and -1 after a forbidden move. */
int play(List<Integer> moves, int sticks) {
    int turn = 0
    for (int move : moves) {
        turn++
        if (!allowed(move, sticks)) {
            println("turn $turn: $move of $sticks is not allowed")
            return -1
        }
        sticks -= move
        if (sticks == 0) {
            return 1
        }
        int answer = bestMove(sticks)
        sticks -= answer
        println("turn $turn: $move, answered with $answer, $sticks left")
        if (sticks == 0) {
            return 2
        }
    }
    return 0
}

final int STICKS = 13
List<Integer> moves = []
for (String argument : args) {
    moves.add(Integer.parseInt(argument))
}
int winner = play(moves, STICKS)
if (winner < 0) {
    System.exit(3)
} else if (winner == 0) {
    println('the game is not over')
} else {
    println("player $winner wins")
}
