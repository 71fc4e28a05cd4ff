// Loaded into every Node.js process of a measured command: notes its peak memory when it ends.
const { appendFileSync } = require('node:fs');

const file = process.env.BENCH_PEAK_FILE;
process.on('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`));
