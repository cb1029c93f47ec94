const fs = require('fs');

const opened = [1, 2, 3].map(() => fs.openSync(__filename, 'r'));
console.log(opened.join(' '));
