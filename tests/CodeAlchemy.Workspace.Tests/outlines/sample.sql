-- Words and how often they occur.
CREATE TABLE words (word TEXT PRIMARY KEY, count INTEGER);
CREATE VIEW often AS SELECT word FROM words WHERE count > 10;
/* Filled by hand. */
INSERT INTO words VALUES ('tea', 3); -- one row
SELECT * FROM often;
