CREATE TABLE stock (item TEXT PRIMARY KEY, amount INTEGER CHECK (amount >= 0));
CREATE TABLE log (entry TEXT);
CREATE TRIGGER note AFTER UPDATE ON stock
BEGIN
  INSERT INTO log VALUES (old.item || ': ' || old.amount || ' -> ' || new.amount);
END;
INSERT INTO stock VALUES ('nail', 10), ('bolt', 4);
UPDATE stock SET amount = amount - 1;
SELECT entry FROM log;
