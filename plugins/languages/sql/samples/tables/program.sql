-- Tables and what changes in them.
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER);
INSERT INTO people (name, age) VALUES ('Ida', 36), ('Jörg', 41);
UPDATE people
   SET age = age + 1
 WHERE name = 'Ida';
SELECT name, age FROM people ORDER BY age;
DELETE FROM people WHERE age > 40;
SELECT count(*) FROM people;
DROP TABLE people;
