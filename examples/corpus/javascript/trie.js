'use strict';

// Completes words from a prefix tree that counts how often each word was added.

class Trie {
  constructor() {
    this.root = { children: {}, count: 0 };
    this.size = 0;
  }

  add(word) {
    let node = this.root;
    for (const letter of word) {
      if (!(letter in node.children)) {
        node.children[letter] = { children: {}, count: 0 };
        this.size += 1;
      }
      node = node.children[letter];
    }
    node.count += 1;
  }

  find(prefix) {
    let node = this.root;
    for (const letter of prefix) {
      node = node.children[letter];
      if (node === undefined) {
        return null;
      }
    }
    return node;
  }

  complete(prefix, limit) {
    const start = this.find(prefix);
    const words = [];
    const visit = (node, word) => {
      if (node.count > 0) {
        words.push({ word, count: node.count });
      }
      for (const letter of Object.keys(node.children).sort()) {
        visit(node.children[letter], word + letter);
      }
    };
    if (start !== null) {
      visit(start, prefix);
    }
    words.sort((a, b) => b.count - a.count || a.word.localeCompare(b.word));
    return words.slice(0, limit).map((entry) => entry.word);
  }
}

const trie = new Trie();
const text = 'tea ten team to ten tent inn in tea ten';
for (const word of text.split(' ')) {
  trie.add(word);
}
console.log(trie.size, 'nodes');
for (const prefix of ['te', 'in', 'tea', 'x']) {
  const found = trie.complete(prefix, 3);
  console.log(`${prefix}: ${found.length > 0 ? found.join(', ') : 'nothing'}`);
}
