/** Orders of a small bakery: totals, discounts and what is left in the shop. */

const val DISCOUNT_FROM = 10
const val DISCOUNT_PERCENT = 15

enum class Goods(val price: Int) { ROLL(45), BREAD(320), CAKE(1250) }

class OutOfStock(val goods: Goods, val missing: Int) : Exception("$missing of $goods missing")

class Shop(private val stock: MutableMap<Goods, Int>) {
    var takings = 0
        private set

    /** Sells [count] pieces and returns their price in cents. */
    fun sell(goods: Goods, count: Int): Int {
        val have = stock[goods] ?: 0
        if (have < count) {
            throw OutOfStock(goods, count - have)
        }
        stock[goods] = have - count
        val price = priceOf(goods, count)
        takings += price
        return price
    }

    fun left(): List<String> {
        val lines = mutableListOf<String>()
        for (goods in Goods.values()) {
            val count = stock[goods] ?: continue
            if (count > 0) {
                lines.add("$count x ${goods.name.toLowerCase()}")
            }
        }
        return lines
    }
}

/** Large orders of one kind cost less. */
fun priceOf(goods: Goods, count: Int): Int {
    val full = goods.price * count
    return if (count >= DISCOUNT_FROM) full * (100 - DISCOUNT_PERCENT) / 100 else full
}

fun euros(cents: Int): String = "${cents / 100}.${(cents % 100).toString().padStart(2, '0')}"

fun main() {
    val shop = Shop(mutableMapOf(Goods.ROLL to 30, Goods.BREAD to 4))
    val orders = listOf(Goods.ROLL to 6, Goods.BREAD to 3, Goods.ROLL to 20, Goods.BREAD to 2, Goods.CAKE to 1)
    for ((goods, count) in orders) {
        try {
            println("$count $goods: ${euros(shop.sell(goods, count))}")
        } catch (e: OutOfStock) {
            println("sorry, ${e.message}")
        }
    }
    println("takings ${euros(shop.takings)}, left ${shop.left()}")
}
