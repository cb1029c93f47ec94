'use strict';

// Checks a plan of shifts and tells how many people work when. Lines of standard input: "name from to", hours of one day.

const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line.trim() !== '');

class ShiftError extends Error {
  constructor(line, reason) {
    super(`line ${line}: ${reason}`);
    this.name = 'ShiftError';
  }
}

function parse(line, number) {
  const [name, from, to] = line.trim().split(/\s+/);
  const shift = { name, from: Number(from), to: Number(to) };
  if (!Number.isInteger(shift.from) || !Number.isInteger(shift.to)) {
    throw new ShiftError(number, 'hours must be whole numbers');
  }
  if (shift.from >= shift.to || shift.to > 24) {
    throw new ShiftError(number, `${shift.from} to ${shift.to} is no shift`);
  }
  return shift;
}

function coverage(shifts) {
  const hours = new Array(24).fill(0);
  for (const { from, to } of shifts) {
    for (let hour = from; hour < to; hour += 1) {
      hours[hour] += 1;
    }
  }
  return hours;
}

function gaps(hours, open, close) {
  const found = [];
  let start = -1;
  for (let hour = open; hour <= close; hour += 1) {
    const empty = hour < close && hours[hour] === 0;
    if (empty && start < 0) {
      start = hour;
    } else if (!empty && start >= 0) {
      found.push(`${start}-${hour}`);
      start = -1;
    }
  }
  return found;
}

const shifts = [];
lines.forEach((line, index) => {
  try {
    shifts.push(parse(line, index + 1));
  } catch (problem) {
    if (!(problem instanceof ShiftError)) {
      throw problem;
    }
    console.log(problem.message);
  }
});

const hours = coverage(shifts);
console.log(hours.slice(8, 20).join(''));
console.log('busiest', Math.max(...hours));
console.log('gaps', gaps(hours, 8, 20).join(' ') || 'none');
if (shifts.length === 0) {
  process.exitCode = 1;
}
