class Refused extends Error {
  constructor(reason, amount) {
    super(reason);
    this.amount = amount;
  }
}

function withdraw(balance, amount) {
  if (amount > balance) {
    throw new Refused('too little', amount);
  }
  return balance - amount;
}

function transfer(balance, amount) {
  try {
    return withdraw(balance, amount);
  } finally {
    console.log('checked', amount);
  }
}

function attempt(amount) {
  try {
    return transfer(10, amount);
  } catch (error) {
    if (error instanceof Refused) {
      return -error.amount;
    }
    throw error;
  }
}

console.log(attempt(4), attempt(40));

function parse(text) {
  try {
    return JSON.parse(text);
  } catch ({ name, message }) {
    return `${name}: ${message.length > 0}`;
  }
}
console.log(parse('{"a": 1}'), parse('{'));

function ignore() {
  try {
    undefined.property;
  } catch {
    return 'ignored';
  }
}
console.log(ignore());

function override() {
  for (const n of [1, 2, 3]) {
    try {
      if (n === 2) throw 'a string';
      continue;
    } catch (thrown) {
      return thrown;
    } finally {
      if (n === 2) {
        return 'from finally';
      }
    }
  }
  return 'never';
}
console.log(override());

try {
  try {
    throw new Error('first');
  } catch (error) {
    throw new Error('second', { cause: error });
  }
} catch (error) {
  console.log(error.message, error.cause.message);
}
