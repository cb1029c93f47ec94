-- Counts in tables: a step of the loop is a row that a trigger works on.
CREATE TABLE slots (slot INTEGER PRIMARY KEY, count INTEGER);
INSERT INTO slots VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0);
CREATE TABLE state (value INTEGER, best INTEGER);
INSERT INTO state VALUES (7, 0);
UPDATE state SET value = (value * 31 + 0) % 1000003;
UPDATE slots SET count = count + 1 WHERE slot = (SELECT value % 8 FROM state);
UPDATE state SET best = max(best, value);
SELECT best, (SELECT count FROM slots WHERE slot = 0) FROM state;
