function mix(state, value) {
  state = (state * 31 + value) % 1000003;
  return state;
}

function label(number) {
  let text = "item";
  const digit = number % 10;
  text = text + digit;
  return text;
}

function work(rounds) {
  const slots = [0, 0, 0, 0, 0, 0, 0, 0];
  const counts = new Map();
  let state = 7;
  let best = 0;
  for (let i = 0; i < rounds; i++) {
    state = mix(state, i);
    const slot = state % 8;
    slots[slot] = slots[slot] + 1;
    const name = label(state);
    counts.set(name, (counts.get(name) || 0) + 1);
    if (state > best) {
      best = state;
    }
  }
  return best + slots[0] + (counts.get("item3") || 0);
}

console.log(work(Number(process.argv[2])));
