-- A shop's orders: what is due, what is sold out, and a check that refuses what is not there.
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cents INTEGER NOT NULL CHECK (cents > 0),
  stock INTEGER NOT NULL CHECK (stock >= 0)
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer TEXT NOT NULL,
  product INTEGER NOT NULL REFERENCES products (id),
  pieces INTEGER NOT NULL
);

INSERT INTO products (name, cents, stock) VALUES
  ('lamp', 2990, 5),
  ('chair', 7500, 2),
  ('rug', 12900, 1);
INSERT INTO orders (customer, product, pieces) VALUES ('Ana', 1, 2);
INSERT INTO orders (customer, product, pieces) VALUES ('Ben', 2, 1);
INSERT INTO orders (customer, product, pieces) VALUES ('Ana', 3, 1);

/* Every order takes its pieces from the stock. */
UPDATE products
   SET stock = stock - (SELECT sum(pieces) FROM orders WHERE product = products.id)
 WHERE id IN (SELECT product FROM orders);

-- What each customer has to pay.
SELECT customer, sum(pieces * cents) AS total
  FROM orders JOIN products ON products.id = orders.product
 GROUP BY customer
 ORDER BY total DESC;

-- Large orders get a discount of a tenth.
UPDATE products
   SET cents = cents - cents / 10
 WHERE id IN (SELECT product FROM orders WHERE pieces >= 2);

SELECT name, cents,
       CASE WHEN stock = 0 THEN 'sold out' WHEN stock < 2 THEN 'few' ELSE 'enough' END
  FROM products
 ORDER BY name;

-- One rug too many: the check on the stock refuses it.
UPDATE products SET stock = stock - 1 WHERE name = 'rug';
SELECT name, stock FROM products WHERE stock < 2;
