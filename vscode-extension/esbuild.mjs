// Bundles the extension and the script of the review page into dist/.
import { build } from 'esbuild';

const shared = { bundle: true, minify: true, sourcemap: false, logLevel: 'warning', legalComments: 'none' };
await build({ ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] });
await build({ ...shared, entryPoints: ['src/review/page.client.ts'], outfile: 'dist/review.js', platform: 'browser', target: 'es2022', format: 'iife' });
