Notes from the planning meeting

We agreed that the importer comes first, because nothing else can be tried without it.
- who: Rosa and Malik
- when: before the end of the month
Open question: do we keep the old file format? Nobody could say who still uses it...
