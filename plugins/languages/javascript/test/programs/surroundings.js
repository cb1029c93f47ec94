const { spawnSync } = require('child_process');
const names = Object.keys(process.env).filter((name) => name.startsWith('CODEALCHEMY'));
const inherited = spawnSync('ls', ['-l', '/proc/self/fd']).stdout.toString().split('\n').filter((line) => line.includes('wire'));
console.log([...names, ...inherited].join() || 'none');
