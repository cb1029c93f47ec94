CREATE TABLE accounts (owner TEXT UNIQUE, balance INTEGER CHECK (balance >= 0));
INSERT INTO accounts VALUES ('a', 100), ('b', 0);
BEGIN;
UPDATE accounts SET balance = balance + 30 WHERE owner = 'b';
UPDATE accounts SET balance = balance - 130 WHERE owner = 'a';
ROLLBACK;
INSERT INTO accounts VALUES ('a', 5);
SELECT * FROM missing;
SELECT owner, balance FROM accounts;
